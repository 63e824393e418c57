package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Look;
import dev.sagashop.audit.sources.ToldOrder;
import dev.sagashop.audit.sources.ToldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was told is what is: the events of an order, taken as a set, add up to the state of its row.
 * Orders whose first event the topics do not hold any more are skipped, and counted as such.
 */
final class EventsFold implements Check {

  @Override
  public String name() {
    return "events-fold";
  }

  @Override
  public Findings findings(Look look) {
    // The rows first: what is told is never ahead of a row that is read later.
    SortedMap<Long, Orders.Order> orders = Orders.read(look);
    SortedMap<Long, ToldOrder> told = look.told();
    long rows = 0;
    long skipped = 0;
    List<Drift> drifts = new ArrayList<>();
    for (Orders.Order order : orders.values()) {
      ToldOrder events = told.get(order.id());
      if (events == null || !events.isComplete()) {
        skipped++;
      } else if (order.settled() && look.isSettled(events.newest())) {
        rows++;
        if (!agrees(order, events.state())) {
          drifts.add(
              new Drift(
                  order.key(),
                  "%s, as its events add up".formatted(events.state()),
                  order.status() + " in its row"));
        }
      }
    }
    for (Map.Entry<Long, ToldOrder> each : new TreeMap<>(told).entrySet()) {
      ToldOrder events = each.getValue();
      if (events.isComplete()
          && !orders.containsKey(each.getKey())
          && look.isSettled(events.newest())) {
        drifts.add(
            new Drift(
                "order " + each.getKey(),
                "%s, as its events add up".formatted(events.state()),
                "no such order"));
      }
    }
    return new Findings(rows, skipped, drifts);
  }

  private static boolean agrees(Orders.Order order, ToldState told) {
    return switch (told) {
      case OPEN -> isOpen(order.status()) || expired(order);
      case PAID ->
          order.status().equals("PAID")
              || order.status().equals("DELIVERED")
              || chargedAfterItsEnd(order);
      case REFUND_PENDING, REFUND_FAILED, CANCELLED -> order.status().equals(told.name());
    };
  }

  private static boolean isOpen(String status) {
    return switch (status) {
      case "CREATED", "PLACED", "PAYMENT_PENDING" -> true;
      default -> false;
    };
  }

  /** The success that came too late is told; that its money goes back is told when it is back. */
  private static boolean chargedAfterItsEnd(Orders.Order order) {
    return expired(order) && order.lateOpen();
  }

  /** If its charge had not been begun, there was nothing to tell of its end. */
  private static boolean expired(Orders.Order order) {
    return order.status().equals("CANCELLED") && "PAYMENT_EXPIRED".equals(order.cancelReason());
  }
}
