package dev.sagashop.order.placing;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Fields of the request break its rules. */
final class InvalidOrder extends ProblemException {

  private final transient List<FieldProblem> problems;

  InvalidOrder(List<FieldProblem> problems) {
    super(
        HttpStatus.BAD_REQUEST,
        "VALIDATION_ERROR",
        problems.stream()
            .map(problem -> problem.field() + ": " + problem.message())
            .collect(Collectors.joining(", ")));
    this.problems = List.copyOf(problems);
  }

  @Override
  public List<FieldProblem> errors() {
    return problems;
  }
}
