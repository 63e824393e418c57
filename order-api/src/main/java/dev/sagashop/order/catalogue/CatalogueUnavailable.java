package dev.sagashop.order.catalogue;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody can say now what the products cost. */
public final class CatalogueUnavailable extends ProblemException {

  /** When it is worth trying again. */
  public static final int RETRY_AFTER_SECONDS = 5;

  CatalogueUnavailable(Throwable cause) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "CATALOG_UNAVAILABLE",
        "The catalogue cannot be reached; nothing was ordered, try again in %d seconds"
            .formatted(RETRY_AFTER_SECONDS));
    initCause(cause);
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
