package dev.sagashop.order.book;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import java.util.List;

/** An order as it is placed: prices and titles are those of the catalogue at this moment. */
public record NewOrder(long userId, List<Line> lines, Money total) {

  public NewOrder {
    lines = List.copyOf(lines);
  }

  /** The lines without what only people read. */
  public List<LineItem> items() {
    return lines.stream().map(Line::item).toList();
  }

  public record Line(LineItem item, String title) {}
}
