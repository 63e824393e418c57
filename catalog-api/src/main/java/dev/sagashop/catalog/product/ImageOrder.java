package dev.sagashop.catalog.product;

import static java.util.stream.Collectors.toSet;

import dev.sagashop.catalog.text.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param images all images of the product, in the order wanted
 */
record ImageOrder(
    @NotNull @Size(max = ProductRequest.MOST_IMAGES) List<@NotNull @Valid Entry> images) {

  /**
   * @param alt null keeps what there is
   */
  record Entry(@Positive long id, @Size(max = 255) @Storable @Nullable String alt) {

    @Nullable String altOr(List<ImageResponse> shown) {
      return alt != null
          ? alt
          : shown.stream()
              .filter(image -> image.id() == id)
              .findFirst()
              .map(ImageResponse::alt)
              .orElse(null);
    }
  }

  /** Each image once, and no other. */
  void requireAll(long productId, List<ImageResponse> shown) {
    List<Long> there = shown.stream().map(ImageResponse::id).toList();
    Set<Long> named = images.stream().map(Entry::id).collect(toSet());
    if (named.size() != images.size() || !named.equals(Set.copyOf(there))) {
      throw ImagesConflictException.others(productId, there);
    }
  }
}
