package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we keep of an order's money by the payment database is what the order says. {@code PAID},
 * {@code DELIVERED}, {@code REFUND_FAILED}: its total without what was refunded. {@code CANCELLED}:
 * nothing, or a late charge whose refund was refused. While a refund is undecided, or the order
 * open, its workflow answers for it: {@link OrderOwned}.
 */
final class OrderMoney implements Check {
  private static final String PAYMENTS =
      """
      with asked as (
        select order_id, max(coalesce(decided_at, requested_at)) as changed
        from refunds group by order_id)
      select order_id, status,
             case when status in ('COMPLETED', 'REFUNDED') then amount - refunded_amount
                  else 0 end as kept,
             greatest(p.updated_at, a.changed) <= :settled as settled
      from payments p left join asked a using (order_id)
      """;

  private record Payment(long orderId, String status, BigDecimal kept, boolean settled) {}

  @Override
  public String name() {
    return "order-money";
  }

  @Override
  public Findings findings(Look look) {
    Map<Long, Payment> payments = new HashMap<>();
    look.at(Database.PAYMENT)
        .rows(
            PAYMENTS,
            row ->
                new Payment(
                    row.getLong("order_id"),
                    row.getString("status"),
                    row.getBigDecimal("kept"),
                    row.getBoolean("settled")))
        .forEach(payment -> payments.put(payment.orderId(), payment));
    long rows = 0;
    List<Drift> drifts = new ArrayList<>();
    for (Orders.Order order : Orders.read(look).values()) {
      Payment payment = payments.remove(order.id());
      if (order.settled() && (payment == null || payment.settled())) {
        rows++;
        expected(order)
            .filter(expected -> expected.compareTo(kept(payment)) != 0)
            .ifPresent(expected -> drifts.add(drift(order, expected, payment)));
      }
    }
    for (Payment stray : payments.values()) {
      if (stray.settled() && stray.kept().signum() != 0) {
        drifts.add(
            new Drift(
                "order " + stray.orderId(),
                "an order for what was captured",
                "%s kept without an order".formatted(stray.kept())));
      }
    }
    return Findings.of(rows, drifts);
  }

  private static Optional<BigDecimal> expected(Orders.Order order) {
    if (order.refundUnderWay()) {
      return Optional.empty();
    }
    return switch (order.status()) {
      case "PAID", "DELIVERED", "REFUND_FAILED" ->
          Optional.of(order.total().subtract(order.refunded()));
      case "CANCELLED" -> Optional.of(order.lateRefused());
      default -> Optional.empty();
    };
  }

  private static BigDecimal kept(@Nullable Payment payment) {
    return payment == null ? BigDecimal.ZERO : payment.kept();
  }

  private static Drift drift(Orders.Order order, BigDecimal expected, @Nullable Payment payment) {
    return new Drift(
        order.key(),
        "%s kept, because it is %s".formatted(expected, order.status()),
        payment == null
            ? "no payment"
            : "%s kept, its payment is %s".formatted(payment.kept(), payment.status()));
  }
}
