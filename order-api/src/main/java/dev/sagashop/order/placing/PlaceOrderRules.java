package dev.sagashop.order.placing;

import dev.sagashop.order.placing.PlaceOrder.WantedLine;
import dev.sagashop.platform.web.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a request must look like. Not annotations, because a repeated key goes first.
 */
final class PlaceOrderRules {

  static final int MOST_LINES = 100;

  private PlaceOrderRules() {}

  /**
   * @return the lines, complete
   * @throws InvalidOrder if a field breaks a rule; names all of them
   */
  static List<OrderedLine> check(PlaceOrder order) {
    List<FieldProblem> problems = new ArrayList<>();
    List<OrderedLine> lines = new ArrayList<>();
    List<@Nullable WantedLine> items = order.lines();
    if (items.isEmpty()) {
      problems.add(new FieldProblem("items", "must not be empty"));
    } else if (items.size() > MOST_LINES) {
      problems.add(
          new FieldProblem(
              "items",
              "must have at most %d lines but has %d".formatted(MOST_LINES, items.size())));
    } else {
      for (int i = 0; i < items.size(); i++) {
        OrderedLine line = line("items[%d]".formatted(i), items.get(i), problems);
        if (line != null) {
          lines.add(line);
        }
      }
    }
    BigDecimal expected = order.expectedTotal();
    if (expected != null && expected.signum() < 0) {
      problems.add(new FieldProblem("expectedTotal", "must be greater than or equal to 0"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidOrder(problems);
    }
    return lines;
  }

  private static @Nullable OrderedLine line(
      String path, @Nullable WantedLine line, List<FieldProblem> problems) {
    if (line == null) {
      problems.add(new FieldProblem(path, "must not be null"));
      return null;
    }
    Long productId = positive(path + ".productId", line.productId(), problems);
    Integer quantity = positive(path + ".quantity", line.quantity(), problems);
    if (line.price() != null && line.price().signum() < 0) {
      problems.add(new FieldProblem(path + ".price", "must be greater than or equal to 0"));
    }
    return productId == null || quantity == null ? null : new OrderedLine(productId, quantity);
  }

  private static <N extends Number> @Nullable N positive(
      String path, @Nullable N number, List<FieldProblem> problems) {
    if (number == null) {
      problems.add(new FieldProblem(path, "must not be null"));
      return null;
    }
    if (number.longValue() <= 0) {
      problems.add(new FieldProblem(path, "must be greater than 0 but is " + number));
      return null;
    }
    return number;
  }
}
