package dev.sagashop.catalog.category;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * @param parentId null at the top of the tree
 */
@Table("categories")
public record Category(
    @Id long id, String name, @Nullable String description, @Nullable Long parentId) {}
