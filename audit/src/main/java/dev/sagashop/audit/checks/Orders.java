package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the order database says of each order. */
final class Orders {
  private static final String ROWS =
      """
      with back as (
        select order_id,
               coalesce(sum(amount) filter (where status = 'SUCCEEDED'), 0) as refunded,
               coalesce(sum(amount) filter (where status = 'FAILED' and kind = 'LATE_CHARGE'), 0)
                 as late_refused,
               bool_or(status = 'REQUESTED') as under_way,
               bool_or(kind = 'LATE_CHARGE' and status <> 'SUCCEEDED') as late_open,
               max(updated_at) as changed
        from refunds group by order_id)
      select o.id, o.status, o.total_amount, o.cancel_reason,
             coalesce(b.refunded, 0) as refunded, coalesce(b.late_refused, 0) as late_refused,
             coalesce(b.under_way, false) as under_way, coalesce(b.late_open, false) as late_open,
             greatest(o.updated_at, b.changed) <= :settled as settled
      from orders o left join back b on b.order_id = o.id
      """;

  private Orders() {}

  /**
   * One order.
   *
   * @param refunded the sum of its refunds that succeeded
   * @param lateRefused of a charge after its end: what the provider refused to send back
   * @param refundUnderWay whether any of its refunds is undecided
   * @param lateOpen whether a charge after its end is not back yet
   * @param settled whether neither it nor its refunds have changed lately
   */
  record Order(
      long id,
      String status,
      BigDecimal total,
      @Nullable String cancelReason,
      BigDecimal refunded,
      BigDecimal lateRefused,
      boolean refundUnderWay,
      boolean lateOpen,
      boolean settled) {

    String key() {
      return "order " + id;
    }
  }

  static SortedMap<Long, Order> read(Look look) {
    SortedMap<Long, Order> orders = new TreeMap<>();
    look.at(Database.ORDER)
        .rows(
            ROWS,
            row ->
                new Order(
                    row.getLong("id"),
                    row.getString("status"),
                    row.getBigDecimal("total_amount"),
                    row.getString("cancel_reason"),
                    row.getBigDecimal("refunded"),
                    row.getBigDecimal("late_refused"),
                    row.getBoolean("under_way"),
                    row.getBoolean("late_open"),
                    row.getBoolean("settled")))
        .forEach(order -> orders.put(order.id(), order));
    return orders;
  }
}
