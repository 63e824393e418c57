package dev.sagashop.order.catalogue;

import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The catalogue answered, but not as it should; trying again would not help. */
final class CatalogueRefused extends ProblemException {

  CatalogueRefused(String what) {
    super(
        HttpStatus.CONFLICT,
        "CATALOG_REFUSED",
        "The catalogue %s, expected its products; nothing was ordered".formatted(what));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }
}
