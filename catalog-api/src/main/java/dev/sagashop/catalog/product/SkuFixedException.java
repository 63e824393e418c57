package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The SKU follows from the id: other services find the stock of a product by it. */
class SkuFixedException extends ProblemException {

  private final FieldProblem fault;

  SkuFixedException(String asked, String fixed) {
    this(
        new FieldProblem(
            "sku",
            "'%s' cannot be chosen: the SKU follows from the id, here '%s'; leave the field out"
                .formatted(asked, fixed)));
  }

  private SkuFixedException(FieldProblem fault) {
    super(HttpStatus.BAD_REQUEST, "SKU_FIXED", fault.field() + ": " + fault.message());
    this.fault = fault;
  }

  @Override
  public String error() {
    return "VALIDATION_ERROR";
  }

  @Override
  public List<FieldProblem> errors() {
    return List.of(fault);
  }
}
