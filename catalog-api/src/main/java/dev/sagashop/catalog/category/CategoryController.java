package dev.sagashop.catalog.category;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/categories")
class CategoryController {

  private final Categories categories;

  CategoryController(Categories categories) {
    this.categories = categories;
  }

  @GetMapping
  List<CategoryTree> all() {
    return CategoryTree.roots(categories.findAllByOrderById());
  }

  @GetMapping("/{id}")
  CategoryTree byId(@PathVariable long id) {
    return CategoryTree.of(id, categories.findAllByOrderById())
        .orElseThrow(() -> new CategoryNotFoundException(id));
  }

  @PostMapping
  @Transactional
  CategoryTree create(@Valid @RequestBody CategoryRequest request) {
    categories.require(request.parentId());
    return categories
        .add(request.name(), request.description(), request.parentId())
        .map(CategoryTree::leaf)
        .orElseThrow(() -> CategoryConflictException.nameTaken(request));
  }

  /** Deleting what is absent succeeds: the caller gets the state that was asked for. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    try {
      categories.remove(id);
    } catch (DataIntegrityViolationException e) {
      // The foreign keys decide, because a product may arrive between a look and the deletion.
      throw CategoryConflictException.inUse(id);
    }
  }
}
