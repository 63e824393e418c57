package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The images of the product, as they are, do not allow this. */
class ImagesConflictException extends ProblemException {

  private ImagesConflictException(String code, String message) {
    super(HttpStatus.CONFLICT, code, message);
  }

  static ImagesConflictException full(long productId, int most) {
    return new ImagesConflictException(
        "TOO_MANY_IMAGES",
        "Product %d has %d images, which is the most; remove one first".formatted(productId, most));
  }

  static ImagesConflictException others(long productId, List<Long> there) {
    return new ImagesConflictException(
        "IMAGES_CHANGED",
        "Product %d has the images %s; name each of them once and no other"
            .formatted(productId, there));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
