package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods follow money: an order that is {@code PAID} or {@code DELIVERED} has a {@code COMMITTED}
 * reservation, one that is {@code CANCELLED} holds nothing, and no saga holds stock for an order
 * that does not exist. While an order is open or being refunded, its workflow answers for it:
 * {@link OrderOwned}.
 */
final class OrderStock implements Check {
  private static final String RESERVATIONS =
      """
      select order_id, status, origin,
             greatest(created_at, committed_at, released_at) <= :settled as settled
      from reservations
      """;

  private record Reservation(long orderId, String status, String origin, boolean settled) {

    boolean holdsStock() {
      return status.equals("RESERVED") || status.equals("COMMITTED");
    }
  }

  @Override
  public String name() {
    return "order-stock";
  }

  @Override
  public Findings findings(Look look) {
    Map<Long, Reservation> reservations = new HashMap<>();
    look.at(Database.INVENTORY)
        .rows(
            RESERVATIONS,
            row ->
                new Reservation(
                    row.getLong("order_id"),
                    row.getString("status"),
                    row.getString("origin"),
                    row.getBoolean("settled")))
        .forEach(reservation -> reservations.put(reservation.orderId(), reservation));
    long rows = 0;
    List<Drift> drifts = new ArrayList<>();
    for (Orders.Order order : Orders.read(look).values()) {
      Reservation reservation = reservations.remove(order.id());
      if (order.settled() && (reservation == null || reservation.settled())) {
        rows++;
        judge(order, reservation, drifts);
      }
    }
    for (Reservation stray : reservations.values()) {
      if (stray.settled() && stray.holdsStock() && stray.origin().equals("SAGA")) {
        drifts.add(
            new Drift(
                "order " + stray.orderId(),
                "an order for what a saga reserved",
                "its reservation is %s without an order".formatted(stray.status())));
      }
    }
    return Findings.of(rows, drifts);
  }

  private static void judge(
      Orders.Order order, @Nullable Reservation reservation, List<Drift> drifts) {
    String found =
        reservation == null ? "no reservation" : "its reservation is " + reservation.status();
    switch (order.status()) {
      case "PAID", "DELIVERED" -> {
        if (reservation == null || !reservation.status().equals("COMMITTED")) {
          drifts.add(
              new Drift(
                  order.key(), "a COMMITTED reservation, because it is " + order.status(), found));
        }
      }
      case "CANCELLED" -> {
        if (reservation != null && reservation.holdsStock()) {
          drifts.add(new Drift(order.key(), "no stock held, because it is CANCELLED", found));
        }
      }
      default -> {
        // Its workflow is still to decide.
      }
    }
  }
}
