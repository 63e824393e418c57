package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.ProblemException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Somebody else changed the product since the client read it. Says where the two differ. */
class ProductChangedException extends ProblemException {

  private final long currentVersion;
  private final ProductChanges changes;

  ProductChangedException(Product product, ProductChanges changes) {
    super(
        HttpStatus.CONFLICT,
        "PRODUCT_CHANGED",
        "Product %d was changed by somebody else and is at version %d now; it differs from your request in %s. Read it again and repeat your change."
            .formatted(
                product.id(), product.version(), String.join(", ", changes.fields().keySet())));
    this.currentVersion = product.version();
    this.changes = changes;
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }

  @Override
  public Map<String, Object> extensions() {
    return Map.of("currentVersion", currentVersion, "changes", changes.fields());
  }
}
