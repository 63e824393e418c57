package dev.sagashop.order.catalogue;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Shops read the number at the end of the message and take the product out of the cart. */
final class ProductNotFound extends ProblemException {

  ProductNotFound(long productId) {
    super(HttpStatus.NOT_FOUND, "PRODUCT_NOT_FOUND", "Product not found with id: " + productId);
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
