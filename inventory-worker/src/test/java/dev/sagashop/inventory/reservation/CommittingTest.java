package dev.sagashop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.inventory.ReserveStock;
import dev.sagashop.inventory.Books;
import dev.sagashop.inventory.InventoryTest;
import dev.sagashop.inventory.reservation.Committing.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class CommittingTest {

  private static final Sku LAMP = new Sku("LAMP");
  private static final OrderId ORDER = new OrderId(1);

  @Autowired private StockActivities activities;
  @Autowired private Committing committing;
  @Autowired private ReservingByHand reservingByHand;
  @Autowired private Releasing releasing;
  @Autowired private JdbcClient jdbc;
  @Autowired private Books books;

  @BeforeEach
  void fiveLamps() {
    books.clear();
    jdbc.sql("INSERT INTO stock (sku, product_id, on_hand) VALUES ('LAMP', 1, 5)").update();
    jdbc.sql(
            """
            INSERT INTO stock_movements (sku, delta, kind, actor) VALUES ('LAMP', 5, 'SET', 'test')
            """)
        .update();
  }

  @AfterEach
  void balance() {
    books.balance();
  }

  @Test
  void commitsOnceForOneEvent() {
    reserve();
    String event = UUID.randomUUID().toString();

    assertThat(committing.commitPaid(ORDER, "group", event)).isEqualTo(Outcome.COMMITTED);
    assertThat(committing.commitPaid(ORDER, "group", event)).isEqualTo(Outcome.REPEATED);

    assertThat(books.status(1)).isEqualTo("COMMITTED");
    assertThat(books.available(LAMP)).isEqualTo(3);
  }

  @Test
  void recordsThatAReleaseCameFirst() {
    reserve();
    release();

    assertThat(commit()).isEqualTo(Outcome.ENDED_BEFORE);

    assertThat(books.status(1)).isEqualTo("RELEASED");
    assertThat(books.available(LAMP)).isEqualTo(5);
  }

  @Test
  void recordsThatTheUnitsWereReturnedBefore() {
    reserve();
    commit();
    release();

    assertThat(commit()).isEqualTo(Outcome.ENDED_BEFORE);

    assertThat(books.status(1)).isEqualTo("RETURNED");
    assertThat(books.available(LAMP)).isEqualTo(5);
  }

  @Test
  void refusesAnOrderThatNeverReserved() {
    assertThatThrownBy(this::commit)
        .isInstanceOf(UnknownOrderException.class)
        .hasMessageContaining("order 1");
  }

  @Test
  void leavesTheReservationOfASagaToIt() {
    reserve();

    assertThatThrownBy(() -> committing.commitByHand(ORDER, "admin"))
        .isInstanceOf(OwnedBySagaException.class);
    assertThatThrownBy(() -> releasing.releaseByHand(ORDER, "admin"))
        .isInstanceOf(OwnedBySagaException.class);
    assertThatThrownBy(() -> reservingByHand.reserve(ORDER, 1, 1))
        .isInstanceOf(OwnedBySagaException.class);

    assertThat(books.status(1)).isEqualTo("RESERVED");
    assertThat(books.reserved(LAMP)).isEqualTo(2);
  }

  @Test
  void refusesToRewriteTheHistoryOfTheShelf() {
    assertThatThrownBy(() -> jdbc.sql("UPDATE stock_movements SET delta = 6").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM stock_movements").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("TRUNCATE stock_movements").update())
        .hasMessageContaining("append-only");
  }

  private void reserve() {
    var line = new LineItem(1, LAMP, 2, Money.of("9.99"));
    activities.reserveStock(new ReserveStock(ORDER, Money.of("19.98"), List.of(line)));
  }

  private void release() {
    activities.releaseStock(new ReleaseStock(ORDER, ReleaseReason.ORDER_CANCELLED));
  }

  private Outcome commit() {
    return committing.commitPaid(ORDER, "group", UUID.randomUUID().toString());
  }
}
