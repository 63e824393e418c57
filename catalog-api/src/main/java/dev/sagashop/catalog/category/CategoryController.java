package dev.sagashop.catalog.category;

import dev.sagashop.platform.web.openapi.Refuses;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PlainList;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/categories")
class CategoryController {

  private final Categories categories;
  private final CategoryLists lists;
  private final CategoryEditing editing;

  CategoryController(Categories categories, CategoryLists lists, CategoryEditing editing) {
    this.categories = categories;
    this.lists = lists;
    this.editing = editing;
  }

  /** The tops of the tree with everything below them; the header Link leads to what follows. */
  @GetMapping
  ResponseEntity<List<CategoryTree>> listCategories(@Valid PageQuery page) {
    Page<Long> top = lists.top(page);
    return PlainList.of(top.with(trees(top.items())));
  }

  @GetMapping("/{id}")
  CategoryTree showCategory(@PathVariable long id) {
    return trees(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new CategoryNotFoundException(id));
  }

  @Refuses({404, 409})
  @PostMapping
  CategoryTree createCategory(@Valid @RequestBody CategoryRequest request) {
    return CategoryTree.leaf(editing.create(request));
  }

  /** Also moves it, with everything below it; without a parent it moves to the top. */
  @Refuses({409})
  @PutMapping("/{id}")
  CategoryTree changeCategory(@PathVariable long id, @Valid @RequestBody CategoryRequest request) {
    editing.change(id, request);
    return showCategory(id);
  }

  /** Deleting what is absent succeeds: the caller gets the state that was asked for. */
  @Refuses({409})
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteCategory(@PathVariable long id) {
    try {
      categories.remove(id);
    } catch (DataIntegrityViolationException e) {
      // The foreign keys decide, because a product may arrive between a look and the deletion.
      throw CategoryConflictException.inUse(id);
    }
  }

  private List<CategoryTree> trees(List<Long> ids) {
    return CategoryTree.of(ids, categories.findWithAllBelow(ids.toArray(Long[]::new)));
  }
}
