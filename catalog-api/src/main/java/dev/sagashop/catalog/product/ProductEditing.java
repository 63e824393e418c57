package dev.sagashop.catalog.product;

import dev.sagashop.catalog.category.Categories;
import dev.sagashop.catalog.image.WantedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates and changes products, one at a time under its lock. */
@Component
class ProductEditing {

  private final Products products;
  private final ProductImages images;
  private final Categories categories;
  private final JdbcAggregateOperations aggregates;

  ProductEditing(
      Products products,
      ProductImages images,
      Categories categories,
      JdbcAggregateOperations aggregates) {
    this.products = products;
    this.images = images;
    this.categories = categories;
    this.aggregates = aggregates;
  }

  @Transactional
  long create(ProductRequest request, List<WantedImage> wanted, long callerId) {
    categories.require(request.categoryId());
    Product product = Product.of(products.nextId(), request, callerId);
    request.requireSku(product);
    // insert, not save: a row with an id would count as an old one.
    aggregates.insert(product);
    images.replace(product.id(), wanted);
    return product.id();
  }

  /**
   * A request that changes nothing succeeds whatever version it names: it may be one that was sent
   * again because its answer got lost.
   *
   * @param wanted null keeps the images
   */
  @Transactional
  void update(
      long id,
      ProductRequest request,
      @Nullable List<WantedImage> wanted,
      ExpectedVersion expected,
      long callerId) {
    Product product = lock(id);
    request.requireSku(product);
    categories.require(request.categoryId());
    var changes = ProductChanges.between(request, wanted, product, images.of(id));
    if (changes.fields().isEmpty()) {
      return;
    }
    if (!expected.allows(product.version())) {
      throw new ProductChangedException(product, changes);
    }
    products.save(product.with(request, callerId));
    if (wanted != null) {
      images.replace(id, wanted);
    }
  }

  /** An image that the product shows already stays where it is. */
  @Transactional
  long addImage(long id, WantedImage image, @Nullable String alt, long callerId) {
    lock(id);
    List<ImageResponse> shown = images.of(id);
    for (ImageResponse there : shown) {
      if (there.url().equals(image.url())) {
        return there.id();
      }
    }
    if (shown.size() >= ProductRequest.MOST_IMAGES) {
      throw ImagesConflictException.full(id, ProductRequest.MOST_IMAGES);
    }
    products.touch(id, callerId);
    return images.append(id, image, alt);
  }

  @Transactional
  void arrangeImages(long id, ImageOrder order, long callerId) {
    lock(id);
    List<ImageResponse> shown = images.of(id);
    order.requireAll(id, shown);
    products.touch(id, callerId);
    for (int position = 0; position < order.images().size(); position++) {
      ImageOrder.Entry entry = order.images().get(position);
      images.move(entry.id(), position, entry.altOr(shown));
    }
  }

  @Transactional
  void removeImage(long id, long imageId, long callerId) {
    lock(id);
    if (images.remove(id, imageId)) {
      products.touch(id, callerId);
    }
  }

  private Product lock(long id) {
    return products.findAndLock(id).orElseThrow(() -> new ProductNotFoundException(id));
  }
}
