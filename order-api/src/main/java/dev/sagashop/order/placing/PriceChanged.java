package dev.sagashop.order.placing;

import dev.sagashop.activities.Money;
import dev.sagashop.platform.web.ProblemException;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The order costs something else than its customer agreed to; says what it costs now. */
final class PriceChanged extends ProblemException {

  private final transient Money total;

  PriceChanged(Money total, BigDecimal expected) {
    super(
        HttpStatus.CONFLICT,
        "PRICE_CHANGED",
        "The order costs %s now, expected %s: show the new prices and ask again"
            .formatted(total, expected));
    this.total = total;
  }

  @Override
  public Map<String, Object> extensions() {
    return Map.of("total", total.amount(), "currency", total.currency());
  }
}
