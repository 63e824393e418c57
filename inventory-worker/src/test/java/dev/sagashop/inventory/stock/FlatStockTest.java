package dev.sagashop.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.testing.LargeDatabase;
import dev.sagashop.platform.web.testing.LargeDatabase.Plan;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for stays cheap when there are many products and movements. */
class FlatStockTest {

  private static final int ROWS = Integer.getInteger("sagashop.rows", 200_000);
  private static final OffsetDateTime FIRST_DAY =
      OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final MovementFilter ALL = new MovementFilter(null, null, null, null, null);

  private static final LargeDatabase DATABASE = LargeDatabase.create();

  private final StockList stock = new StockList(DATABASE.watched(), new LowStock(5));
  private final Movements movements = new Movements(DATABASE.watched());

  /** Of 200 products in a row one is low and one is out; ten movements share each microsecond. */
  @BeforeAll
  static void fill() {
    update(
        """
        insert into stock (sku, product_id, on_hand, last_updated)
        select 'SKU-' || number, number,
               case when number % 200 < 2 then number % 200 else 100 + number % 900 end,
               :firstDay::timestamptz + number * interval '1 second'
          from generate_series(1, :rows) as number
        """);
    update(
        """
        insert into stock_movements (sku, delta, kind, order_id, reason, actor, moved_at)
        select 'SKU-' || 1 + number % 1000, 1,
               case when number % 1000 = 0 then 'ADJUSTED' when number % 2 = 0 then 'SOLD'
                    else 'RECEIVED' end,
               case when number % 1000 <> 0 and number % 2 = 0 then 1 + number / 10 end,
               case when number % 1000 = 0 then 'Counted again' end,
               'user-1',
               :firstDay::timestamptz + number / 10 * interval '1 microsecond'
          from generate_series(1, :rows) as number
        """);
    DATABASE.settle();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "productId, stock_product_id_key",
    "-productId, stock_product_id_key",
    "available, stock_by_available",
    "-available, stock_by_available",
    "onHand, stock_by_on_hand",
    "-onHand, stock_by_on_hand",
    "updatedAt, stock_by_update",
    "-updatedAt, stock_by_update"
  })
  void readsTheStockInEachOrderFromAnIndex(String sort, String index) {
    String cursor = stock.page(StockFilter.ALL, new PageQuery(20, null, sort)).nextCursor();

    assertThat(cursor).isNotNull();
    assertPlan(
        () -> stock.page(StockFilter.ALL, new PageQuery(20, null, sort)), "Index Scan " + index);
    assertPlan(
        () -> stock.page(StockFilter.ALL, new PageQuery(20, cursor, sort)), "Index Scan " + index);
  }

  @Test
  void findsWhatIsFilteredThroughAnIndex() {
    for (String availability : List.of("in", "low", "out")) {
      var filter = new StockFilter(null, null, availability);
      assertPlan(() -> stock.page(filter, PageQuery.FIRST), "Index Scan stock_by_available");
    }
    List<Plan> one =
        DATABASE.plans(() -> stock.page(new StockFilter(77L, null, null), PageQuery.FIRST));
    assertThat(one.getFirst().nodes()).contains("Index Scan stock_product_id_key");
    // Few rows begin like this, and these are sorted.
    List<Plan> few =
        DATABASE.plans(() -> stock.page(new StockFilter(null, "SKU-19999", null), PageQuery.FIRST));
    assertThat(few.getFirst().nodes()).contains("Index Scan stock_pkey").doesNotContain("Seq Scan");
    // Many rows begin like this, and are met on the way.
    assertPlan(
        () -> stock.page(new StockFilter(null, "SKU", null), PageQuery.FIRST),
        "Index Scan stock_product_id_key");
  }

  @Test
  void readsMovementsFromAnIndexWhereverThePageIs() {
    String middle = middleOfTheMovements();

    for (String cursor : new @Nullable String[] {null, middle}) {
      assertMovements(ALL, cursor, "Index Scan stock_movements_by_time");
      assertMovements(
          new MovementFilter(null, null, null, FIRST_DAY, FIRST_DAY.plusSeconds(1)),
          cursor,
          "Index Scan stock_movements_by_time");
      assertMovements(
          new MovementFilter(null, null, MovementKind.ADJUSTED, null, null),
          cursor,
          "Index Scan stock_movements_of_a_kind");
      assertMovements(
          new MovementFilter(77L, null, null, null, null),
          cursor,
          "Index Scan stock_movements_of_a_sku");
      assertMovements(
          new MovementFilter(null, 77L, null, null, null),
          cursor,
          "Index Scan stock_movements_of_an_order");
    }
  }

  /** Others go on writing. */
  @Test
  void walksOverEveryMovementOnceWhileOthersAreWritten() {
    Set<Long> seen = HashSet.newHashSet(ROWS);
    @Nullable String cursor = null;
    int pages = 0;
    do {
      Page<Movement> page = movements.page(ALL, new PageQuery(100, cursor, null));
      page.items()
          .forEach(
              movement -> assertThat(seen.add(movement.id())).as("%s is new", movement).isTrue());
      if (pages++ % 20 == 0) {
        DATABASE
            .plain()
            .sql(
                """
                insert into stock_movements (sku, delta, kind, actor)
                values ('SKU-1', 1, 'RECEIVED', 'user-2')
                """)
            .update();
      }
      cursor = page.nextCursor();
    } while (cursor != null);

    assertThat(seen).hasSize(ROWS);
  }

  private String middleOfTheMovements() {
    OffsetDateTime middle = FIRST_DAY.plusNanos(ROWS / 20 * 1000L);
    var before = new MovementFilter(null, null, null, null, middle);
    return Objects.requireNonNull(
        movements.page(before, new PageQuery(20, null, null)).nextCursor());
  }

  private void assertMovements(MovementFilter filter, @Nullable String cursor, String scan) {
    List<Plan> plans =
        DATABASE.plans(() -> movements.page(filter, new PageQuery(20, cursor, null)));
    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().nodes())
        .as(plans.getFirst().toString())
        .contains("Limit", scan)
        .doesNotContain("Seq Scan", "Sort", "Incremental Sort", "Bitmap Heap Scan");
  }

  private static void assertPlan(Runnable action, String scan) {
    List<Plan> plans = DATABASE.plans(action);
    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().nodes())
        .as(plans.getFirst().toString())
        .containsExactly("Limit", scan);
  }

  private static void update(String sql) {
    DATABASE.plain().sql(sql).param("firstDay", FIRST_DAY).param("rows", ROWS).update();
  }
}
