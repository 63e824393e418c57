package dev.sagashop.catalog.category;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the shape of the tree, one change at a time, so that two together make no ring. */
@Component
class CategoryEditing {

  /** The tree is answered as nested JSON, which readers limit too. */
  private static final int MOST_LEVELS = 10;

  private final Categories categories;

  CategoryEditing(Categories categories) {
    this.categories = categories;
  }

  @Transactional
  Category create(CategoryRequest request) {
    categories.holdTree();
    categories.require(request.parentId());
    requireLevels(wayUp(request).size() + 1);
    return categories
        .add(request.name(), request.description(), request.parentId())
        .orElseThrow(() -> CategoryConflictException.nameTaken(request));
  }

  @Transactional
  void change(long id, CategoryRequest request) {
    categories.holdTree();
    if (!categories.existsById(id)) {
      throw new CategoryNotFoundException(id);
    }
    categories.require(request.parentId());
    List<Long> wayUp = wayUp(request);
    if (request.parentId() != null && wayUp.contains(id)) {
      throw CategoryConflictException.cycle(id, request.parentId());
    }
    requireLevels(wayUp.size() + categories.levels(id));
    if (categories
        .change(id, request.name(), request.description(), request.parentId())
        .isEmpty()) {
      throw CategoryConflictException.nameTaken(request);
    }
  }

  private List<Long> wayUp(CategoryRequest request) {
    return request.parentId() == null ? List.of() : categories.wayUp(request.parentId());
  }

  private static void requireLevels(int levels) {
    if (levels > MOST_LEVELS) {
      throw CategoryConflictException.tooDeep(levels, MOST_LEVELS);
    }
  }
}
