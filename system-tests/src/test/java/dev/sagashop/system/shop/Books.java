package dev.sagashop.system.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.audit.Audit;
import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.sources.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The books of the shop. A test ends by waiting until nothing is under way any more, and then has
 * the auditor look at everything that there is: stock, money, sagas, events.
 */
public final class Books {

  private static final List<String> OUTBOXES = List.of("order_db", "inventory_db", "payment_db");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningShop shop;

  public Books(RunningShop shop) {
    this.shop = shop;
  }

  /** On hand is the sum of the movements, and nobody holds anything back that was not sold. */
  public void stockBalances() {
    nothingIsReserved();
    auditIsClean("stock-on-hand", "stock-reserved", "stock-of-orders");
  }

  /**
   * What the provider holds is what orders cost that are paid or wait for a refused refund, and
   * every order has come to an end.
   */
  public void moneyBalances() {
    everySagaHasEnded();
    auditIsClean(
        "payment-totals", "payment-ledger", "provider-charges", "provider-refunds", "order-money");
  }

  /** Waits until nothing is under way in the sagas; then all laws hold. */
  public void balance() {
    everySagaHasEnded();
    nothingIsReserved();
    auditIsClean();
  }

  /** Waits until nothing is under way, neither in the sagas nor in the outboxes. */
  public void everythingIsTold() {
    balance();
    for (String database : OUTBOXES) {
      await("outbox of " + database + " is empty")
          .atMost(PATIENCE)
          .until(
              () ->
                  count(
                          database,
                          "select count(*) from outbox_events where status in ('PENDING', 'IN_PROGRESS')")
                      == 0);
    }
  }

  private void everySagaHasEnded() {
    await("every saga has ended")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(
                      count(
                          "order_db",
                          "select count(*) from orders where status in ('CREATED', 'PAYMENT_PENDING', 'REFUND_PENDING')"))
                  .as("orders that are still under way")
                  .isZero();
              assertThat(
                      count("order_db", "select count(*) from refunds where status = 'REQUESTED'"))
                  .as("refunds that are still under way")
                  .isZero();
              assertThat(
                      count("payment_db", "select count(*) from payments where status = 'PENDING'"))
                  .as("charges of which nobody knows the outcome")
                  .isZero();
            });
  }

  private void nothingIsReserved() {
    await("nothing is reserved")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        count(
                            "inventory_db",
                            "select count(*) from reservations where status = 'RESERVED'"))
                    .as("reservations that nobody committed or released")
                    .isZero());
  }

  private static void auditIsClean(String... checks) {
    await("the audit is clean")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              AuditReport report = Auditor.AUDIT.run(Set.of(checks));
              assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.CLEAN);
            });
  }

  /** One for all tests, because it reads on in the topics where it has ended. */
  private static final class Auditor {
    static final Audit AUDIT = new Audit(sources(RunningShop.shared()), Duration.ZERO);

    private static AuditSources sources(RunningShop shop) {
      return new AuditSources(
          Map.of(
              Database.ORDER, shop.jdbcUrl("order_db"),
              Database.INVENTORY, shop.jdbcUrl("inventory_db"),
              Database.PAYMENT, shop.jdbcUrl("payment_db")),
          "auditor",
          "auditor",
          shop.kafka(),
          shop.temporal(),
          "shop",
          shop.provider());
    }
  }

  /** What the outboxes say was published, as {@code <topic>#<event-id>}. */
  public List<String> publishedEvents() {
    return OUTBOXES.stream()
        .flatMap(
            database ->
                texts(
                    database,
                    "select topic || '#' || id from outbox_events where status = 'PUBLISHED'")
                    .stream())
        .toList();
  }

  public long count(String database, String sql, Object... parameters) {
    return amount(database, sql, parameters).longValueExact();
  }

  public BigDecimal amount(String database, String sql, Object... parameters) {
    String role = database.replace("_db", "");
    try (Connection connection = DriverManager.getConnection(shop.jdbcUrl(database), role, role);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBigDecimal(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the auditor cannot read " + database + ": " + sql, e);
    }
  }

  /** The one text that is asked for. */
  public String text(String database, String sql, Object... parameters) {
    return texts(database, sql, parameters).getFirst();
  }

  private List<String> texts(String database, String sql, Object... parameters) {
    String role = database.replace("_db", "");
    try (Connection connection = DriverManager.getConnection(shop.jdbcUrl(database), role, role);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          texts.add(result.getString(1));
        }
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException("the auditor cannot read " + database + ": " + sql, e);
    }
  }
}
