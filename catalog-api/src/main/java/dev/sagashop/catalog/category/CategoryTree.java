package dev.sagashop.catalog.category;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * The trees below these categories, in the order of the ids.
   *
   * @param all these, and everything below them
   */
  static List<CategoryTree> of(List<Long> ids, List<Category> all) {
    Map<Long, List<Category>> byParent = byParent(all);
    Map<Long, Category> byId = all.stream().collect(toMap(Category::id, identity()));
    return ids.stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .map(category -> below(category, byParent))
        .toList();
  }

  private static Map<Long, List<Category>> byParent(List<Category> all) {
    return all.stream()
        .filter(category -> category.parentId() != null)
        .collect(groupingBy(Category::parentId));
  }

  /** Ends, because nothing may move below itself. */
  private static CategoryTree below(Category category, Map<Long, List<Category>> byParent) {
    List<CategoryTree> children =
        byParent.getOrDefault(category.id(), List.of()).stream()
            .map(child -> below(child, byParent))
            .toList();
    return new CategoryTree(
        category.id(), category.name(), category.description(), category.parentId(), children);
  }
}
