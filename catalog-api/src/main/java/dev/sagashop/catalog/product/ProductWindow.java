package dev.sagashop.catalog.product;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Products as clients see them: with the name of the category and the images. */
@Component
class ProductWindow {

  private final Products products;
  private final ProductImages images;

  ProductWindow(Products products, ProductImages images) {
    this.products = products;
    this.images = images;
  }

  ProductResponse require(long id) {
    return requireAll(List.of(id)).getFirst();
  }

  /** In the order of the ids. */
  List<ProductResponse> requireAll(Collection<Long> ids) {
    Map<Long, ProductResponse> found = read(ids);
    return ids.stream()
        .map(
            id -> {
              ProductResponse product = found.get(id);
              if (product == null) {
                throw new ProductNotFoundException(id);
              }
              return product;
            })
        .toList();
  }

  /** In the order of the ids, without those that were deleted since a list named them. */
  List<ProductResponse> existing(Collection<Long> ids) {
    Map<Long, ProductResponse> found = read(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private Map<Long, ProductResponse> read(Collection<Long> ids) {
    Map<Long, List<ImageResponse>> shown = images.of(ids);
    return products.listByIds(ids.toArray(Long[]::new)).stream()
        .map(
            listed ->
                ProductResponse.of(listed, shown.getOrDefault(listed.product().id(), List.of())))
        .collect(toMap(ProductResponse::id, identity()));
  }
}
