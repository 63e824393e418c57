package dev.sagashop.platform.web.paging;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** No list can be narrowed to such a span of time. */
public final class InvalidRangeException extends ProblemException {

  private final FieldProblem fault;

  public InvalidRangeException(String field, String message) {
    super(HttpStatus.BAD_REQUEST, "INVALID_RANGE", field + ": " + message);
    this.fault = new FieldProblem(field, message);
  }

  @Override
  public List<FieldProblem> errors() {
    return List.of(fault);
  }
}
