package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The count cannot be corrected in this way. */
final class AdjustmentRefused extends ProblemException {

  private final List<FieldProblem> faults;

  private AdjustmentRefused(
      HttpStatus status, String code, String message, List<FieldProblem> faults) {
    super(status, code, message);
    this.faults = faults;
  }

  static AdjustmentRefused withoutChange() {
    var fault = new FieldProblem("delta", "is 0, expected a number of units more or fewer");
    return new AdjustmentRefused(
        HttpStatus.BAD_REQUEST,
        "VALIDATION_ERROR",
        fault.field() + ": " + fault.message(),
        List.of(fault));
  }

  /** Fewer units would be on hand than orders hold. */
  static AdjustmentRefused reserved(StockLevel before, int delta) {
    return new AdjustmentRefused(
        HttpStatus.CONFLICT,
        "STOCK_RESERVED",
        "Stock of productId=%d cannot change by %d: onHand=%d, reserved=%d, available=%d"
            .formatted(
                before.productId(), delta, before.onHand(), before.reserved(), before.available()),
        List.of());
  }

  static AdjustmentRefused keyReused(String idempotencyKey, Movement before) {
    return new AdjustmentRefused(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "IDEMPOTENCY_KEY_REUSED",
        "Idempotency-Key '%s' was used for another adjustment, movement %d; send a new key for a new one"
            .formatted(idempotencyKey, before.id()),
        List.of());
  }

  @Override
  public List<FieldProblem> errors() {
    return faults;
  }
}
