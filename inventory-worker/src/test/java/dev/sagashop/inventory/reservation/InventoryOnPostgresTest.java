package dev.sagashop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.InventoryActivities;
import dev.sagashop.activities.inventory.InventoryActivitiesContract;
import dev.sagashop.activities.inventory.ReservationAnswer.ReleasedBefore;
import dev.sagashop.activities.inventory.ReservationAnswer.Reserved;
import dev.sagashop.inventory.Books;
import dev.sagashop.inventory.InventoryTest;
import dev.sagashop.inventory.RecordedEvents;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class InventoryOnPostgresTest extends InventoryActivitiesContract {

  @Autowired private StockActivities activities;
  @Autowired private Committing committing;
  @Autowired private ReservingByHand reservingByHand;
  @Autowired private JdbcClient jdbc;
  @Autowired private Books books;
  @Autowired private RecordedEvents events;

  @BeforeEach
  void clear() {
    books.clear();
    events.clear();
  }

  @AfterEach
  void balance() {
    books.balance();
  }

  @Override
  protected InventoryActivities inventory() {
    return activities;
  }

  @Override
  protected void stock(Sku sku, long productId, int units) {
    jdbc.sql(
            """
            WITH counted AS (
                INSERT INTO stock (sku, product_id, on_hand) VALUES (:sku, :productId, :units)
                    ON CONFLICT (sku) DO UPDATE SET on_hand = stock.on_hand + :units
                RETURNING sku
            )
            INSERT INTO stock_movements (sku, delta, kind, actor)
            SELECT sku, :units, 'RECEIVED', 'test' FROM counted
            """)
        .param("sku", sku.value())
        .param("productId", productId)
        .param("units", units)
        .update();
  }

  @Override
  protected int available(Sku sku) {
    return books.available(sku);
  }

  @Override
  protected int reserved(Sku sku) {
    return books.reserved(sku);
  }

  @Override
  protected void commit(OrderId orderId) {
    committing.commitPaid(orderId, "test", UUID.randomUUID().toString());
  }

  @Test
  void tellsOnceThatAnOrderIsReserved() {
    stock(LAMP, LAMP_ID, 5);

    reserve(1, lamps(2));
    reserve(1, lamps(2));

    assertThat(events.of(1))
        .containsExactly(
            "inventory-reserved inventoryReservedEvent InventoryReserved[orderId=1, totalAmount=84.97]");
    assertThat(books.status(1)).isEqualTo("RESERVED");
  }

  @Test
  void tellsOnceThatTheStockDoesNotSuffice() {
    stock(LAMP, LAMP_ID, 3);

    reserve(1, lamps(10));
    reserve(1, lamps(10));

    assertThat(events.of(1))
        .containsExactly(
            "inventory-failed inventoryFailedEvent InventoryFailed[orderId=1, reason=Insufficient"
                + " stock for productId=1, requested=10, available=3]");
    assertThat(books.status(1)).isEqualTo("FAILED");
  }

  @Test
  void tellsThatAProductWasNeverCounted() {
    reserve(1, chairs(1));

    assertThat(events.of(1))
        .containsExactly(
            "inventory-failed inventoryFailedEvent InventoryFailed[orderId=1, reason=Inventory not"
                + " found for productId=2]");
  }

  @Test
  void tellsNothingOfAReserveThatCameTooLate() {
    stock(LAMP, LAMP_ID, 3);
    release(1);

    reserve(1, lamps(1));

    assertThat(events.of(1)).isEmpty();
    assertThat(books.status(1)).isEqualTo("RELEASED");
  }

  @Test
  void auditsEachReleaseThatGaveStockBack() {
    stock(LAMP, LAMP_ID, 3);
    reserve(1, lamps(1));
    reserve(2, lamps(2));
    commit(new OrderId(2));
    reserve(3, lamps(9));

    for (long order = 1; order <= 4; order++) {
      release(order);
      release(order);
    }

    assertThat(books.releases(1)).containsExactly("PAYMENT_FAILED");
    assertThat(books.releases(2)).containsExactly("PAYMENT_FAILED");
    assertThat(books.releases(3)).as("of a refused order").isEmpty();
    assertThat(books.releases(4)).as("of an unknown order").isEmpty();
  }

  @Test
  void explainsEveryChangeOnTheShelfByAMovement() {
    stock(LAMP, LAMP_ID, 5);
    reserve(1, lamps(2));
    commit(new OrderId(1));
    release(1);

    assertThat(books.movements(LAMP))
        .containsExactly("RECEIVED 5 test", "SOLD -2 payment-success", "RETURNED 2 saga");
    assertThat(books.status(1)).isEqualTo("RETURNED");
  }

  @Test
  void decidesAnewWhatAnAdminHadPutAsideForTheOrder() {
    stock(LAMP, LAMP_ID, 5);
    stock(CHAIR, CHAIR_ID, 5);
    reservingByHand.reserve(new OrderId(1), LAMP_ID, 4);

    assertThat(reserve(1, chairs(2), lamps(5))).isEqualTo(new Reserved());

    shows(LAMP, 0, 5);
    shows(CHAIR, 3, 2);
    assertThat(events.of(1)).hasSize(1);
  }

  @Test
  void keepsItsAnswerToALateReserveAfterManyReleases() {
    release(7);
    release(7);

    assertThat(reserve(7, lamps(1))).isEqualTo(new ReleasedBefore());
  }
}
