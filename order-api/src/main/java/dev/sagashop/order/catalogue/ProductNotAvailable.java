package dev.sagashop.order.catalogue;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The product is known, and not for sale now. */
final class ProductNotAvailable extends ProblemException {

  ProductNotAvailable(long productId) {
    super(
        HttpStatus.CONFLICT,
        "PRODUCT_NOT_AVAILABLE",
        "Product is not available for ordering: " + productId);
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
