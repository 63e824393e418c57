package dev.sagashop.catalog.category;

import dev.sagashop.catalog.text.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param parentId null at the top of the tree
 */
record CategoryRequest(
    @NotBlank @Size(max = 255) @Storable String name,
    @Size(max = 2000) @Storable @Nullable String description,
    @Positive @Nullable Long parentId) {}
