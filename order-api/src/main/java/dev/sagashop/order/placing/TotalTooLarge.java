package dev.sagashop.order.placing;

import dev.sagashop.activities.Money;
import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The order would cost more than the books can hold. */
final class TotalTooLarge extends ProblemException {

  /** 19 digits, two of them decimals: the size of every amount in the databases. */
  static final BigDecimal LARGEST = new BigDecimal("99999999999999999.99");

  TotalTooLarge(Money total) {
    super(
        HttpStatus.BAD_REQUEST,
        "TOTAL_TOO_LARGE",
        "items: the total is %s, expected at most %s".formatted(total, LARGEST));
  }

  @Override
  public String error() {
    return status().getReasonPhrase();
  }

  @Override
  public List<FieldProblem> errors() {
    return List.of(new FieldProblem("items", "must not cost more than " + LARGEST + " together"));
  }
}
