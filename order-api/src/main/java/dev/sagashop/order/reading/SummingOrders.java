package dev.sagashop.order.reading;

import dev.sagashop.activities.Money;
import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.order.reading.OrderSummary.SoldOnDay;
import dev.sagashop.platform.web.paging.InvalidRangeException;
import dev.sagashop.platform.web.paging.TimeRange;
import dev.sagashop.platform.web.paging.Where;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what was sold, in the database and in one statement. */
@Repository
class SummingOrders {

  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 366;
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final JdbcClient jdbc;

  SummingOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Orders of one status that were placed on one day. */
  private record Sum(
      OrderStatus status, LocalDate day, long orders, BigDecimal gross, BigDecimal refunded) {}

  /**
   * The last {@value #USUAL_DAYS} days unless the range says otherwise.
   *
   * @throws InvalidRangeException if it is longer than {@value #MOST_DAYS} days
   */
  OrderSummary of(TimeRange asked) {
    OffsetDateTime to = asked.to() == null ? OffsetDateTime.now(ZoneOffset.UTC) : asked.to();
    OffsetDateTime from = asked.from() == null ? to.minusDays(USUAL_DAYS) : asked.from();
    var range = new TimeRange(from, to);
    if (Duration.between(from, to).compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
      throw new InvalidRangeException(
          "from",
          "%d days before to, expected at most %d"
              .formatted(Duration.between(from, to).toDays(), MOST_DAYS));
    }
    List<Sum> sums = read(range);
    BigDecimal gross = total(sums, Sum::gross);
    BigDecimal refunded = total(sums, Sum::refunded);
    return new OrderSummary(
        Money.SHOP_CURRENCY,
        from.toInstant(),
        to.toInstant(),
        byStatus(sums),
        gross,
        refunded,
        gross.subtract(refunded),
        days(sums, from.toLocalDate(), to.toLocalDate()));
  }

  /** The orders by the index orders_by_time, their refunds by refunds_of_order. */
  private List<Sum> read(TimeRange range) {
    var where = new Where();
    range.narrow(where, "created_at");
    return jdbc.sql(
            """
            with placed as (
              select id, status, (created_at at time zone 'UTC')::date as day,
                     case when paid_at is not null then total_amount else 0 end as gross,
                     paid_at is not null as paid
              from orders %s
            ), returned as (
              select order_id, sum(amount) as amount
              from refunds join placed on placed.id = order_id and paid
              where refunds.status = 'SUCCEEDED'
              group by order_id
            )
            select status, day, count(*) as orders, sum(gross) as gross,
                   coalesce(sum(returned.amount), 0) as refunded
            from placed left join returned on order_id = id
            group by status, day
            """
                .formatted(where.sql()))
        .params(where.params())
        .query(
            (row, _) ->
                new Sum(
                    OrderStatus.valueOf(row.getString("status")),
                    row.getObject("day", LocalDate.class),
                    row.getLong("orders"),
                    row.getBigDecimal("gross"),
                    row.getBigDecimal("refunded")))
        .list();
  }

  private static Map<OrderStatus, Long> byStatus(List<Sum> sums) {
    Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
    for (OrderStatus status : OrderStatus.values()) {
      counts.put(status, 0L);
    }
    sums.forEach(sum -> counts.merge(sum.status(), sum.orders(), Long::sum));
    return counts;
  }

  private static List<SoldOnDay> days(List<Sum> sums, LocalDate first, LocalDate last) {
    Map<LocalDate, List<Sum>> byDay = sums.stream().collect(Collectors.groupingBy(Sum::day));
    return first.datesUntil(last.plusDays(1)).map(day -> sold(day, byDay.get(day))).toList();
  }

  private static SoldOnDay sold(LocalDate day, @Nullable List<Sum> sums) {
    return sums == null
        ? new SoldOnDay(day, 0, NOTHING)
        : new SoldOnDay(
            day,
            sums.stream().mapToLong(Sum::orders).sum(),
            total(sums, Sum::gross).subtract(total(sums, Sum::refunded)));
  }

  private static BigDecimal total(List<Sum> sums, Function<Sum, BigDecimal> part) {
    return sums.stream().map(part).reduce(NOTHING, BigDecimal::add);
  }
}
