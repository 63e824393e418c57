package dev.sagashop.audit;

import static dev.sagashop.audit.sources.Database.INVENTORY;
import static dev.sagashop.audit.sources.Database.ORDER;
import static dev.sagashop.audit.sources.Database.PAYMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.audit.checks.Drift;
import dev.sagashop.audit.sources.Database;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row is spoilt, and the check that guards its law names it. */
class DriftTest {

  /**
   * @param key as the audit must name the row
   * @param found part of what it must say it found
   */
  record Spoilt(String check, Database database, String sql, String key, String found) {}

  static Stream<Spoilt> rows() {
    return Stream.of(ofStock(), ofPayments(), ofOrders(), ofSagas(), ofEvents())
        .flatMap(List::stream);
  }

  private static List<Spoilt> ofStock() {
    return List.of(
        new Spoilt(
            "stock-on-hand",
            INVENTORY,
            "update stock set on_hand = 7 where sku = 'SKU-001'",
            "SKU-001",
            "on hand 7"),
        new Spoilt(
            "stock-on-hand",
            INVENTORY,
            "delete from stock where sku = 'SKU-001'",
            "SKU-001",
            "unknown"),
        new Spoilt(
            "stock-reserved",
            INVENTORY,
            "update stock set reserved = 2 where sku = 'SKU-001'",
            "SKU-001",
            "reserved 2"),
        new Spoilt(
            "stock-of-orders",
            INVENTORY,
            "delete from stock_movements where order_id = 1 and kind = 'SOLD'",
            "order 1, SKU-001",
            "0 sold, 1 returned"),
        new Spoilt(
            "stock-of-orders",
            INVENTORY,
            "delete from returned_items",
            "order 1, SKU-001",
            "2 sold, 1 returned"),
        new Spoilt(
            "stock-of-orders",
            INVENTORY,
            "delete from stock_movements where order_id = 3 and kind = 'RETURNED'",
            "order 3, SKU-001",
            "1 sold, 0 returned"),
        new Spoilt(
            "stock-of-orders",
            INVENTORY,
            "insert into stock_movements (sku, delta, kind, order_id, actor) values ('SKU-001', -1, 'SOLD', 2, 'x')",
            "order 2, SKU-001",
            "1 sold"));
  }

  private static List<Spoilt> ofPayments() {
    return List.of(
        new Spoilt(
            "payment-totals",
            PAYMENT,
            "update payments set refunded_amount = 9 where order_id = 1",
            "order 1",
            "9.00 refunded"),
        new Spoilt(
            "payment-totals",
            PAYMENT,
            "update payments set pending_refund_amount = 1 where order_id = 4",
            "order 4",
            "1.00 pending"),
        new Spoilt(
            "payment-totals",
            PAYMENT,
            "update payments set status = 'COMPLETED' where order_id = 3",
            "order 3",
            "COMPLETED"),
        new Spoilt(
            "payment-totals",
            PAYMENT,
            "update payments set status = 'REFUNDED' where order_id = 1",
            "order 1",
            "REFUNDED"),
        new Spoilt(
            "payment-ledger",
            PAYMENT,
            "update payments set amount = 11 where order_id = 6",
            "order 6",
            "SUCCEEDED 11.00"),
        new Spoilt(
            "payment-ledger",
            PAYMENT,
            "update ledger set state = 'FAILED' where idempotency_key = 'refund:13:2'",
            "refund 13, attempt 2, of order 3",
            "SUCCEEDED 10.00"),
        new Spoilt(
            "payment-ledger",
            PAYMENT,
            "delete from refunds where refund_id = 14",
            "ledger refund:14:1",
            "no such row"),
        new Spoilt(
            "payment-ledger",
            PAYMENT,
            "delete from ledger where order_id = 2",
            "order 2",
            "FAILED 10.00"),
        new Spoilt(
            "payment-ledger",
            PAYMENT,
            "insert into ledger (order_id, kind, state, idempotency_key, amount, currency) values (6, 'VOID', 'SUCCEEDED', 'void:6', 10, 'USD')",
            "order 6",
            "COMPLETED"),
        new Spoilt(
            "provider-charges",
            PAYMENT,
            "update payments set amount = 11 where order_id = 6",
            "order 6",
            "charge:6 of 10.00"),
        new Spoilt(
            "provider-charges",
            PAYMENT,
            "update payments set status = 'FAILED' where order_id = 6",
            "order 6",
            "charge:6 of 10.00"),
        new Spoilt(
            "provider-charges",
            PAYMENT,
            "update payments set status = 'COMPLETED' where order_id = 2",
            "order 2",
            "no charge"),
        new Spoilt(
            "provider-refunds",
            PAYMENT,
            "update refunds set amount = 9 where refund_id = 11",
            "refund 11 of order 1",
            "refund:11:1 of 10.00"),
        new Spoilt(
            "provider-refunds",
            PAYMENT,
            "update refunds set outside_reference = null where refund_id = 17",
            "refund 17 of order 7",
            "nothing"),
        new Spoilt(
            "provider-refunds",
            PAYMENT,
            "update refunds set outside_reference = 'cheque' where refund_id = 11",
            "refund 11 of order 1",
            "refund:11:1 of 10.00"),
        new Spoilt(
            "provider-refunds",
            PAYMENT,
            "delete from refunds where refund_id = 11",
            "refund 11 of order 1",
            "refund:11:1 of 10.00"));
  }

  private static List<Spoilt> ofOrders() {
    return List.of(
        new Spoilt(
            "order-book",
            ORDER,
            "update order_items set price = 9 where order_id = 6",
            "order 6",
            "a total of 10.00"),
        new Spoilt(
            "order-book",
            ORDER,
            "update orders set status = 'PAID' where id = 6",
            "order 6",
            "PAID"),
        new Spoilt(
            "order-book",
            ORDER,
            "delete from order_timeline where order_id = 6",
            "order 6",
            "DELIVERED"),
        new Spoilt(
            "order-book", ORDER, "update refund_lines set quantity = 3", "order 1", "3 refunded"),
        new Spoilt(
            "order-book",
            ORDER,
            "update refunds set amount = 20.01 where id = 11",
            "order 1",
            "refunds of 20.01"),
        new Spoilt(
            "order-money",
            ORDER,
            "update orders set total_amount = 21 where id = 1",
            "order 1",
            "10.00 kept"),
        new Spoilt(
            "order-money",
            ORDER,
            "update orders set status = 'CANCELLED' where id = 6",
            "order 6",
            "10.00 kept"),
        new Spoilt(
            "order-money",
            PAYMENT,
            "delete from payments where order_id = 6",
            "order 6",
            "no payment"),
        new Spoilt(
            "order-money",
            ORDER,
            "delete from order_items where order_id = 6; delete from orders where id = 6",
            "order 6",
            "without an order"),
        new Spoilt(
            "order-money",
            ORDER,
            "update refunds set status = 'FAILED' where id = 17",
            "order 7",
            "0.00 kept"),
        new Spoilt(
            "order-stock",
            INVENTORY,
            "update reservations set status = 'RESERVED' where order_id = 1",
            "order 1",
            "RESERVED"),
        new Spoilt(
            "order-stock",
            INVENTORY,
            "update reservations set status = 'RESERVED' where order_id = 2",
            "order 2",
            "RESERVED"),
        new Spoilt(
            "order-stock",
            INVENTORY,
            "delete from reservation_items where order_id = 6; delete from reservations where order_id = 6",
            "order 6",
            "no reservation"),
        new Spoilt(
            "order-stock",
            ORDER,
            "delete from orders where id = 5",
            "order 5",
            "without an order"));
  }

  private static List<Spoilt> ofSagas() {
    return List.of(
        new Spoilt(
            "order-owned",
            ORDER,
            "update orders set status = 'CREATED' where id = 2",
            "order 2",
            "no such workflow"),
        new Spoilt(
            "order-owned",
            ORDER,
            "update orders set status = 'PAYMENT_PENDING' where id = 1",
            "order 1",
            "TERMINATED"),
        new Spoilt(
            "order-owned",
            ORDER,
            "update refunds set status = 'REQUESTED' where id = 11",
            "refund 11 of order 1",
            "no such workflow"),
        new Spoilt(
            "order-owned",
            ORDER,
            "update orders set status = 'REFUND_PENDING' where id = 6",
            "order 6",
            "nothing"),
        new Spoilt(
            "order-owned",
            PAYMENT,
            "update payments set status = 'PENDING' where order_id = 6",
            "order 6",
            "no such workflow"),
        new Spoilt(
            "order-owned",
            PAYMENT,
            "update payments set status = 'PENDING', origin = 'ADMIN' where order_id = 6",
            "order 6",
            "nothing"));
  }

  private static List<Spoilt> ofEvents() {
    return List.of(
        new Spoilt(
            "events-fold",
            ORDER,
            "update orders set status = 'CANCELLED', cancel_reason = 'CANCELLED_ON_REQUEST' where id = 1",
            "order 1",
            "CANCELLED in its row"),
        new Spoilt(
            "events-fold",
            ORDER,
            "update orders set cancel_reason = 'CANCELLED_ON_REQUEST' where id = 9",
            "order 9",
            "CANCELLED in its row"),
        new Spoilt(
            "events-fold", ORDER, "delete from orders where id = 8", "order 8", "no such order"),
        new Spoilt(
            "outbox",
            ORDER,
            "insert into outbox_events (event_key, topic, aggregate_key, sequence, event_type, type_id, payload, status, last_error) values ('1', 'order-created', '1', 1, 'e', 'orderCreatedEvent', '{}', 'FAILED', 'too large')",
            "order-created of order 1, event 1",
            "FAILED: too large"),
        new Spoilt(
            "outbox",
            PAYMENT,
            "insert into outbox_events (event_key, topic, aggregate_key, sequence, event_type, type_id, payload) values ('1', 'payment-failed', '2', 1, 'e', 'paymentFailedEvent', '{}')",
            "payment-failed of order 2, event 1",
            "PENDING"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void namesTheRowThatBreaksALaw(Spoilt spoilt) {
    try (Scene scene = Scene.clean()) {
      scene.spoil(spoilt.database(), spoilt.sql());

      assertDrift(scene.audit(spoilt.check()), spoilt.key(), spoilt.found());
    }
  }

  @Test
  void namesAnOrderThatTheProviderChargedTwice() {
    try (Scene scene = Scene.clean()) {
      scene.providerSays(Stories.charge(6, "10.00", "SUCCEEDED"));

      assertDrift(scene.audit("provider-charges"), "order 6", "2 charges");
    }
  }

  @Test
  void namesAnOrderThatTheProviderChargedAndWeDidNot() {
    try (Scene scene = Scene.clean()) {
      scene.providerSays(Stories.charge(8, "10.00", "SUCCEEDED"));

      assertDrift(scene.audit("provider-charges"), "order 8", "charge:8 of 10.00");
    }
  }

  @Test
  void namesARefundThatTheProviderSentTwice() {
    try (Scene scene = Scene.clean()) {
      scene.providerSays(Stories.refund("refund:13:3", 3, "10.00", "SUCCEEDED"));

      assertDrift(scene.audit("provider-refunds"), "refund 13 of order 3", "refund:13:3 of 10.00");
    }
  }

  @Test
  void namesARefundThatTheProviderNeverSent() {
    try (Scene scene = Scene.clean()) {
      scene.providerForgets("refund:13:2");

      assertDrift(scene.audit("provider-refunds"), "refund 13 of order 3", "nothing");
    }
  }

  private static void assertDrift(AuditReport report, String key, String found) {
    assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.DRIFTED);
    assertThat(report.checks().getFirst().drifts())
        .as(report.text())
        .extracting(Drift::key)
        .containsExactly(key);
    assertThat(report.checks().getFirst().drifts().getFirst().found()).contains(found);
    assertThat(report.text()).contains("DRIFT " + report.checks().getFirst().check(), key, found);
  }
}
