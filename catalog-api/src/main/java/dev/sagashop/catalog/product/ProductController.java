package dev.sagashop.catalog.product;

import dev.sagashop.catalog.image.ImageUrls;
import dev.sagashop.catalog.image.WantedImage;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Products as customers see them and admins edit them.
 *
 * <p>{@code DELETE} removes the row: afterwards the product is unknown to every route, and its
 * category can go too. Orders keep price and title of what they sold, and no id is given twice. The
 * status {@code DELETED} is something else: an admin sets it to withdraw a product that stays
 * listed.
 */
@RestController
@RequestMapping("/products")
class ProductController {

  private final Products products;
  private final ProductWindow window;
  private final ProductEditing editing;
  private final ImageUrls imageUrls;

  ProductController(
      Products products, ProductWindow window, ProductEditing editing, ImageUrls imageUrls) {
    this.products = products;
    this.window = window;
    this.editing = editing;
    this.imageUrls = imageUrls;
  }

  @GetMapping("/{id}")
  ProductResponse showProduct(@PathVariable long id, HttpServletResponse response) {
    return tagged(window.require(id), response);
  }

  /** In the order asked for, each product once. */
  @Refuses({404})
  @GetMapping("/batch")
  List<ProductResponse> listProductsByIds(
      @RequestParam(required = false) @Nullable List<@Nullable Long> ids) {
    return ids == null
        ? List.of()
        : window.requireAll(ids.stream().filter(Objects::nonNull).distinct().toList());
  }

  @Refuses({404, 409})
  @PostMapping
  ProductResponse createProduct(
      @Valid @RequestBody ProductRequest request,
      CurrentUser caller,
      HttpServletResponse response) {
    List<WantedImage> images = images(request);
    long id = editing.create(request, images == null ? List.of() : images, caller.userId());
    return tagged(window.require(id), response);
  }

  @Refuses({409})
  @PutMapping("/{id}")
  ProductResponse changeProduct(
      @PathVariable long id,
      @Valid @RequestBody ProductRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      CurrentUser caller,
      HttpServletResponse response) {
    ExpectedVersion expected = ExpectedVersion.of(request.version(), ifMatch);
    editing.update(id, request, images(request), expected, caller.userId());
    return tagged(window.require(id), response);
  }

  /** Deleting what is absent succeeds: the caller gets the state that was asked for. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteProduct(@PathVariable long id) {
    products.remove(id);
  }

  private @Nullable List<WantedImage> images(ProductRequest request) {
    return request.imageUrls() == null ? null : imageUrls.read("imageUrls", request.imageUrls());
  }

  /**
   * Set by hand: as part of the answer the tag would also decide about 304, and a new name of the
   * category does not change it.
   */
  private static ProductResponse tagged(ProductResponse product, HttpServletResponse response) {
    response.setHeader(HttpHeaders.ETAG, ExpectedVersion.tag(product.version()));
    return product;
  }
}
