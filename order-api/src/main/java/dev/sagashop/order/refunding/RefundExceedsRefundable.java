package dev.sagashop.order.refunding;

import dev.sagashop.activities.Money;
import dev.sagashop.platform.web.ProblemException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** More is asked back than is left of what was captured; says how much is. */
final class RefundExceedsRefundable extends ProblemException {

  private final transient Money refundable;

  RefundExceedsRefundable(Money amount, Money refundable) {
    super(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "REFUND_EXCEEDS_REFUNDABLE",
        "A refund of %s exceeds what is refundable: %s".formatted(amount, refundable));
    this.refundable = refundable;
  }

  @Override
  public Map<String, Object> extensions() {
    return Map.of("refundable", refundable.amount(), "currency", refundable.currency());
  }
}
