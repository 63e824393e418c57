package dev.sagashop.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.InventoryActivities;
import dev.sagashop.activities.inventory.ReserveStock;
import dev.sagashop.activities.inventory.ReturnItems;
import dev.sagashop.activities.inventory.ReturnedItem;
import dev.sagashop.inventory.ApplicationTest;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

class ReservationRoutesTest extends ApplicationTest {

  private static final Sku LAMP = Sku.ofProduct(1);
  private static final Sku CHAIR = Sku.ofProduct(2);

  @Autowired private InventoryActivities activities;

  @BeforeEach
  void fiveOfEach() {
    asAdmin("/inventory/set", "{\"productId\": 1, \"quantity\": 5}").expectStatus().isOk();
    asAdmin("/inventory/set", "{\"productId\": 2, \"quantity\": 5}").expectStatus().isOk();
  }

  @Test
  void showsTheStaffWhatAnOrderHolds() {
    asAdmin("/inventory/reserve", "{\"orderId\": 9, \"productId\": 2, \"quantity\": 1}")
        .expectStatus()
        .isOk();
    asAdmin("/inventory/reserve", "{\"orderId\": 9, \"productId\": 1, \"quantity\": 3}")
        .expectStatus()
        .isOk();

    getAsSupport("/inventory/reservations/9")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"orderId": 9, "origin": "MANUAL", "status": "RESERVED", "refusal": null,
             "items": [{"productId": 1, "sku": "SKU-001", "quantity": 3, "returned": 0},
                       {"productId": 2, "sku": "SKU-002", "quantity": 1, "returned": 0}],
             "committedAt": null, "releasedAt": null}
            """)
        .jsonPath("$.createdAt")
        .isNotEmpty();

    asAdmin("/inventory/confirm/9", "").expectStatus().isOk();
    getAsAdmin("/inventory/reservations/9")
        .expectBody()
        .json("{\"status\": \"COMMITTED\"}")
        .jsonPath("$.committedAt")
        .isNotEmpty();
  }

  @Test
  void showsTheStaffWhyNothingIsHeld() {
    jdbc()
        .sql(
            """
            INSERT INTO reservations (order_id, origin, status, reason_code, reason_sku,
                                      reason_product_id, reason_requested, reason_available)
            VALUES (8, 'SAGA', 'FAILED', 'OUT_OF_STOCK', 'SKU-001', 1, 7, 5)
            """)
        .update();

    getAsSupport("/inventory/reservations/8")
        .expectBody()
        .json(
            """
            {"status": "FAILED", "items": [],
             "refusal": {"code": "OUT_OF_STOCK", "sku": "SKU-001", "productId": 1,
                         "requested": 7, "available": 5}}
            """);
    getAsAdmin("/inventory/reservations/77")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("RESERVATION_NOT_FOUND");
    getAsAdmin("/inventory/reservations/0").expectStatus().isBadRequest();
    getAsNobody("/inventory/reservations/8").expectStatus().isUnauthorized();
    getAsCustomer("/inventory/reservations/8").expectStatus().isForbidden();
  }

  @Test
  void reservesProductByProductAndOnlyOnceEach() {
    reserve(1, 1, 2).expectStatus().isOk();
    reserve(1, 1, 2).expectStatus().isOk();
    reserve(1, 2, 3).expectStatus().isOk();

    assertThat(books().reserved(LAMP)).isEqualTo(2);
    assertThat(books().reserved(CHAIR)).isEqualTo(3);
    assertThat(books().available(LAMP)).isEqualTo(3);
  }

  @Test
  void refusesAnotherQuantityForTheSameProduct() {
    reserve(1, 1, 2).expectStatus().isOk();

    refused(reserve(1, 1, 3), 409, "RESERVATION_DIFFERS");

    assertThat(books().reserved(LAMP)).isEqualTo(2);
  }

  @Test
  void refusesMoreThanThereIs() {
    refused(reserve(1, 1, 10), 409, "INSUFFICIENT_STOCK")
        .jsonPath("$.message")
        .isEqualTo("Insufficient stock for productId=1, requested=10, available=5");

    assertThat(books().status(1)).isEqualTo("none");
  }

  @Test
  void refusesAProductThatNobodyEverCounted() {
    refused(reserve(1, 777, 1), 404, "INVENTORY_NOT_FOUND")
        .jsonPath("$.message")
        .isEqualTo("Inventory not found for productId=777");

    assertThat(books().status(1)).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orderId\": 1, \"productId\": 1, \"quantity\": 0}",
        "{\"orderId\": 1, \"productId\": 1, \"quantity\": -1}",
        "{\"orderId\": 1, \"productId\": 1, \"quantity\": 2147483648}",
        "{\"orderId\": 1, \"productId\": 1, \"quantity\": 1.5}",
        "{\"orderId\": 0, \"productId\": 1, \"quantity\": 1}",
        "{\"productId\": 1, \"quantity\": 1}"
      })
  void refusesWhatIsNotAReservation(String body) {
    asAdmin("/inventory/reserve", body).expectStatus().isBadRequest();

    assertThat(books().reserved(LAMP)).isZero();
  }

  @Test
  void leavesAnOrderToItsCheckoutThatHasNotReservedYet() {
    RUNNING.add("checkout-1");

    for (var answer : List.of(reserve(1, 1, 2), confirm(1), release(1))) {
      refused(answer, 409, "RESERVATION_OWNED_BY_SAGA");
    }
    assertThat(books().status(1)).isEqualTo("none");

    RUNNING.clear();
    reserve(1, 1, 2).expectStatus().isOk();
  }

  @Test
  void confirmTakesTheUnitsOffTheShelf() {
    reserve(1, 1, 2).expectStatus().isOk();

    confirm(1).expectStatus().isOk();
    confirm(1).expectStatus().isOk();
    reserve(1, 1, 2).expectStatus().isOk();

    assertThat(books().status(1)).isEqualTo("COMMITTED");
    assertThat(books().available(LAMP)).isEqualTo(3);
    assertThat(books().reserved(LAMP)).isZero();
  }

  @Test
  void releaseGivesTheUnitsBack() {
    reserve(1, 1, 2).expectStatus().isOk();
    reserve(1, 2, 1).expectStatus().isOk();

    release(1).expectStatus().isOk();
    release(1).expectStatus().isOk();

    assertThat(books().status(1)).isEqualTo("RELEASED");
    assertThat(books().available(LAMP)).isEqualTo(5);
    assertThat(books().available(CHAIR)).isEqualTo(5);
    assertThat(books().releases(1)).containsExactly("ORDER_CANCELLED");
    refused(reserve(1, 1, 2), 409, "RESERVATION_CLOSED");
  }

  @Test
  void releaseAfterConfirmReturnsTheUnits() {
    reserve(1, 1, 2).expectStatus().isOk();
    confirm(1).expectStatus().isOk();

    release(1).expectStatus().isOk();

    assertThat(books().status(1)).isEqualTo("RETURNED");
    assertThat(books().available(LAMP)).isEqualTo(5);
    assertThat(books().movements(LAMP))
        .containsExactly("SET 5 user-1", "SOLD -2 user-1", "RETURNED 2 user-1");
  }

  @Test
  void hasNothingToDoForAnOrderWithoutReservation() {
    confirm(1).expectStatus().isOk();
    release(1).expectStatus().isOk();

    assertThat(books().status(1)).isEqualTo("none");
    reserve(1, 1, 2).expectStatus().isOk();
  }

  @Test
  void leavesTheReservationOfACheckoutToIt() {
    var line = new LineItem(1, LAMP, 2, Money.of("9.99"));
    activities.reserveStock(new ReserveStock(new OrderId(1), Money.of("19.98"), List.of(line)));

    refused(reserve(1, 2, 1), 409, "RESERVATION_OWNED_BY_SAGA");
    refused(confirm(1), 409, "RESERVATION_OWNED_BY_SAGA");
    refused(release(1), 409, "RESERVATION_OWNED_BY_SAGA");

    assertThat(books().status(1)).isEqualTo("RESERVED");
    assertThat(books().reserved(LAMP)).isEqualTo(2);
  }

  @Test
  void leavesSoldUnitsToTheRefundOfTheirOrder() {
    var line = new LineItem(1, LAMP, 2, Money.of("9.99"));
    activities.reserveStock(new ReserveStock(new OrderId(1), Money.of("19.98"), List.of(line)));
    activities.returnItems(
        new ReturnItems(new RefundId(1), new OrderId(1), List.of(new ReturnedItem(LAMP, 1))));

    refused(release(1), 409, "RESERVATION_OWNED_BY_SAGA");

    assertThat(books().status(1)).isEqualTo("COMMITTED");
  }

  @Test
  void tellsOfACheckoutsReservationThroughTheOutbox() {
    var line = new LineItem(1, LAMP, 2, Money.of("9.99"));
    activities.reserveStock(new ReserveStock(new OrderId(31), Money.of("19.98"), List.of(line)));

    assertThat(
            jdbc()
                .sql("SELECT topic || ' ' || payload FROM outbox_events WHERE aggregate_key = '31'")
                .query(String.class)
                .list())
        .containsExactly("inventory-reserved {\"orderId\":31,\"totalAmount\":19.98}");
  }

  @Test
  void neverPromisesMoreThanThereIs() {
    try (var admins = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.rangeClosed(1, 12)
          .forEach(order -> admins.execute(() -> reserve(order, 1, 1).returnResult()));
    }

    assertThat(books().available(LAMP)).isZero();
    assertThat(books().reserved(LAMP)).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNotAnOrderNumber() {
    asAdmin("/inventory/confirm/abc", "").expectStatus().isBadRequest();
    asAdmin("/inventory/release/0", "").expectStatus().isBadRequest();
    asAdmin("/inventory/release/-1", "").expectStatus().isBadRequest();
  }

  private RestTestClient.ResponseSpec reserve(long orderId, long productId, int quantity) {
    return asAdmin(
        "/inventory/reserve",
        "{\"orderId\": %d, \"productId\": %d, \"quantity\": %d}"
            .formatted(orderId, productId, quantity));
  }

  private RestTestClient.ResponseSpec confirm(long orderId) {
    return asAdmin("/inventory/confirm/" + orderId, "");
  }

  private RestTestClient.ResponseSpec release(long orderId) {
    return asAdmin("/inventory/release/" + orderId, "");
  }

  private static RestTestClient.BodyContentSpec refused(
      RestTestClient.ResponseSpec answer, int status, String code) {
    return answer
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo(code)
        .jsonPath("$.error")
        .isEqualTo(code);
  }
}
