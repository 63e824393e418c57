package dev.sagashop.catalog.category;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A category with everything below it. */
record CategoryTree(
    long id,
    String name,
    @Nullable String description,
    @Nullable Long parentId,
    List<CategoryTree> subCategories) {

  static CategoryTree leaf(Category category) {
    return new CategoryTree(
        category.id(), category.name(), category.description(), category.parentId(), List.of());
  }

  /** All top-level categories. */
  static List<CategoryTree> roots(List<Category> all) {
    Map<Long, List<Category>> byParent = byParent(all);
    return all.stream()
        .filter(category -> category.parentId() == null)
        .map(category -> below(category, byParent))
        .toList();
  }

  static Optional<CategoryTree> of(long id, List<Category> all) {
    Map<Long, List<Category>> byParent = byParent(all);
    return all.stream()
        .filter(category -> category.id() == id)
        .findFirst()
        .map(category -> below(category, byParent));
  }

  private static Map<Long, List<Category>> byParent(List<Category> all) {
    return all.stream()
        .filter(category -> category.parentId() != null)
        .collect(groupingBy(Category::parentId));
  }

  /** Ends, because a parent exists before its children and never changes. */
  private static CategoryTree below(Category category, Map<Long, List<Category>> byParent) {
    List<CategoryTree> children =
        byParent.getOrDefault(category.id(), List.of()).stream()
            .map(child -> below(child, byParent))
            .toList();
    return new CategoryTree(
        category.id(), category.name(), category.description(), category.parentId(), children);
  }
}
