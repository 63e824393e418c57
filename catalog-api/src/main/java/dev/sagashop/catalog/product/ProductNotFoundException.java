package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** No product has this id. Shops read the id out of the message to clean their carts. */
class ProductNotFoundException extends ProblemException {

  ProductNotFoundException(long id) {
    super(HttpStatus.NOT_FOUND, "PRODUCT_NOT_FOUND", "Product not found with id: " + id);
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
