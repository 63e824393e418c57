package dev.sagashop.catalog.category;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record CategoryRequest(
    @NotBlank @Size(max = 255) @Pattern(regexp = STORABLE, message = NOT_STORABLE) String name,
    @Size(max = 2000) @Pattern(regexp = STORABLE, message = NOT_STORABLE)
        @Nullable String description,
    @Positive @Nullable Long parentId) {

  /** PostgreSQL cannot store the character 0. */
  private static final String STORABLE = "[^\\x00]*";

  private static final String NOT_STORABLE = "must not contain the character U+0000";
}
