package dev.sagashop.order.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.TimeRange;
import dev.sagashop.platform.web.testing.LargeDatabase;
import dev.sagashop.platform.web.testing.LargeDatabase.Plan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of orders costs the same however many there are, and wherever it begins. */
class FlatOrdersTest {

  private static final int ROWS = Integer.getInteger("sagashop.rows", 200_000);

  /** In the planner's units: reading all rows costs many times that. */
  private static final double COST_OF_A_THOUSAND_ROWS = 1_000;

  private static final LargeDatabase DATABASE = LargeDatabase.create();

  private final OrderViews views = new OrderViews(DATABASE.watched());

  /** One in a thousand waits for its payment, half of the others are cancelled. */
  @BeforeAll
  static void fill() {
    DATABASE
        .plain()
        .sql(
            """
            insert into orders (user_id, status, total_amount, currency, created_at, paid_at,
                                transaction_id, cancelled_at, cancel_reason)
            select number % 5000,
                   case when number % 1000 = 0 then 'PAYMENT_PENDING'
                        when number % 2 = 0 then 'PAID' else 'CANCELLED' end,
                   number % 977, 'USD', now() - number * interval '1 second',
                   case when number % 1000 <> 0 and number % 2 = 0 then now() end,
                   case when number % 1000 <> 0 and number % 2 = 0 then 't' end,
                   case when number % 2 = 1 then now() end,
                   case when number % 2 = 1 then 'OUT_OF_STOCK' end
              from generate_series(1, :rows) as number
            """)
        .param("rows", ROWS)
        .update();
    DATABASE.settle();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "-createdAt, ,",
    "createdAt, ,",
    "-total, ,",
    "-createdAt, PAID,",
    "-createdAt, PAYMENT_PENDING,",
    "total, PAID,",
    "total, PAYMENT_PENDING,",
    "-createdAt, , 77",
    "total, , 77",
    "-createdAt, CANCELLED, 77"
  })
  void readsEachPageFromAnIndex(String sort, @Nullable OrderStatus status, @Nullable Long userId) {
    var filter = new OrderFilter(status, OrderFilter.NONE.placed());
    String next = views.list(userId, filter, new PageQuery(20, null, sort)).nextCursor();
    assertThat(next).isNotNull();

    for (String cursor : Stream.of("", next).toList()) {
      List<Plan> plans =
          DATABASE.plans(() -> views.list(userId, filter, new PageQuery(20, cursor, sort)));

      // Then the lines and the refunds of these orders.
      assertThat(plans).hasSize(3);
      Plan page = plans.getFirst();
      assertThat(page.nodes()).as(page.toString()).doesNotContain("Seq Scan");
      assertThat(page.root().path("Total Cost").asDouble())
          .as("a page of 20 of %d orders: %s", ROWS, page)
          .isLessThan(COST_OF_A_THOUSAND_ROWS);
    }
  }

  @Test
  void sumsAnHourFromTheIndexOfTimes() {
    Instant now = Instant.now();
    var hour = TimeRange.of(now.minus(2, ChronoUnit.HOURS), now.minus(1, ChronoUnit.HOURS));

    List<Plan> plans = DATABASE.plans(() -> new SummingOrders(DATABASE.watched()).of(hour));

    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().nodes())
        .as(plans.toString())
        .anyMatch(node -> node.endsWith("orders_by_time"));
  }

  @Test
  void exportsTheNewestFromTheIndexOfTimes() {
    List<Plan> plans =
        DATABASE.plans(
            () ->
                new ExportingOrders(DATABASE.watched())
                    .forEach(null, OrderFilter.NONE, 100, _ -> {}));

    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().nodes())
        .as(plans.toString())
        .anyMatch(node -> node.endsWith("orders_by_time"));
  }
}
