package dev.sagashop.system.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.RunningShop.Outcome;
import dev.sagashop.system.shop.Visitor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./shop audit} on the running shop: clean, and not any more when a row is spoilt. */
class AuditTest {

  private final RunningShop shop = RunningShop.shared();
  private final Books books = new Books(shop);
  private final Visitor admin = Visitor.admin(shop);

  @BeforeEach
  void startsFromCleanBooks() {
    books.everythingIsTold();
  }

  @AfterEach
  void leavesCleanBooks() {
    books.everythingIsTold();
  }

  @Test
  void isCleanWhereNothingHasDrifted() {
    paidOrder();

    Outcome outcome = audit();

    assertThat(outcome.exitCode()).as(outcome.printed()).isZero();
    assertThat(outcome.printed()).contains("stock-on-hand", "events-fold", "Clean");
  }

  @Test
  void namesASkuWhoseStockHasDrifted() {
    long productId = Orders.product(admin, "10.00", 5);
    String change = "update stock set on_hand = on_hand %s 1 where product_id = " + productId;

    execute("inventory_db", change.formatted("+"));
    try {
      assertDrift(audit(), "DRIFT stock-on-hand, SKU-%03d:".formatted(productId));
    } finally {
      execute("inventory_db", change.formatted("-"));
    }
  }

  @Test
  void namesAPaymentThatHasDrifted() {
    long orderId = paidOrder();
    String change = "update payments set amount = amount %s 1 where order_id = " + orderId;

    execute("payment_db", change.formatted("+"));
    try {
      Outcome outcome = audit();
      assertDrift(outcome, "DRIFT payment-ledger, order %d:".formatted(orderId));
      assertDrift(outcome, "DRIFT provider-charges, order %d:".formatted(orderId));
    } finally {
      execute("payment_db", change.formatted("-"));
    }
  }

  @Test
  void namesAnOrderThatHasDrifted() {
    long orderId = paidOrder();
    String transactionId =
        books.text("order_db", "select transaction_id from orders where id = ?", orderId);

    execute(
        "order_db",
        "update orders set status = 'PAYMENT_PENDING', paid_at = null, transaction_id = null"
            + " where id = "
            + orderId);
    try {
      Outcome outcome = audit();
      assertDrift(outcome, "DRIFT events-fold, order %d:".formatted(orderId));
      assertDrift(outcome, "DRIFT order-owned, order %d:".formatted(orderId));
    } finally {
      execute(
          "order_db",
          "update orders set status = 'PAID', paid_at = updated_at, transaction_id = '%s' where id = %d"
              .formatted(transactionId, orderId));
    }
  }

  @Test
  void showsItsLastRoundAsGauges() {
    await("the auditor has looked")
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .contains("sagashop_audit_unreadable{check=\"order-money\"} 0.0")
                    .contains("sagashop_audit_drift{check=\"stock-on-hand\"} 0.0")
                    .containsPattern("sagashop_audit_last_run_timestamp_seconds \\d"));
  }

  private long paidOrder() {
    Visitor customer = Visitor.newCustomer(shop);
    long orderId = Orders.place(customer, Orders.product(admin, "12.50", 5), 1);
    Orders.until(customer, orderId, "PAID");
    books.everythingIsTold();
    return orderId;
  }

  private Outcome audit() {
    return shop.tryToRun("audit", "--settled-for", "0");
  }

  private static void assertDrift(Outcome outcome, String line) {
    assertThat(outcome.exitCode()).as(outcome.printed()).isEqualTo(1);
    assertThat(outcome.printed()).contains(line);
  }

  private void execute(String database, String sql) {
    String role = database.replace("_db", "");
    try (Connection connection = DriverManager.getConnection(shop.jdbcUrl(database), role, role);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot change " + database + ": " + sql, e);
    }
  }

  private String metrics() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(shop.auditor().resolve("/metrics")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
