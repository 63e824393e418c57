package dev.sagashop.catalog.product;

import dev.sagashop.catalog.image.WantedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which fields a request differs from the product.
 *
 * @param fields by the names that clients know
 */
record ProductChanges(Map<String, Change> fields) {

  /**
   * @param yours what the request says
   * @param theirs what the product has
   */
  record Change(@Nullable Object yours, @Nullable Object theirs) {}

  /**
   * @param images null if the request says nothing about them
   */
  static ProductChanges between(
      ProductRequest request,
      @Nullable List<WantedImage> images,
      Product product,
      List<ImageResponse> shown) {
    Map<String, Change> fields = new LinkedHashMap<>();
    compare(fields, "name", request.name(), product.name());
    compare(fields, "description", request.description(), product.description());
    if (request.price().compareTo(product.price()) != 0) {
      fields.put("price", new Change(request.price().setScale(2), product.price()));
    }
    compare(fields, "categoryId", request.categoryId(), product.categoryId());
    compare(fields, "status", request.statusOr(product.status()), product.status());
    if (images != null) {
      compare(
          fields,
          "imageUrls",
          images.stream().map(WantedImage::url).toList(),
          shown.stream().map(ImageResponse::url).toList());
    }
    return new ProductChanges(fields);
  }

  private static void compare(
      Map<String, Change> fields, String name, @Nullable Object yours, @Nullable Object theirs) {
    if (!Objects.equals(yours, theirs)) {
      fields.put(name, new Change(yours, theirs));
    }
  }
}
