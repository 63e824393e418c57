package dev.sagashop.system.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The auditor: looks into every book of the shop and says whether stock and money balance. It waits
 * until the sagas have ended, then asks for equality.
 */
public final class Books {

  private static final List<String> OUTBOXES = List.of("order_db", "inventory_db", "payment_db");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final RunningShop shop;

  public Books(RunningShop shop) {
    this.shop = shop;
  }

  /** On hand is the sum of the movements, reserved that of the open reservations. */
  public void stockBalances() {
    await("stock balances")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(
                      count(
                          "inventory_db",
                          """
                          select count(*) from stock s
                          where on_hand <> (select coalesce(sum(delta), 0) from stock_movements m where m.sku = s.sku)
                             or reserved <> (select coalesce(sum(i.quantity), 0)
                                             from reservation_items i join reservations r using (order_id)
                                             where i.sku = s.sku and r.status = 'RESERVED')
                          """))
                  .as("SKUs whose stock differs from its movements or reservations")
                  .isZero();
              assertThat(
                      count(
                          "inventory_db",
                          "select count(*) from reservations where status = 'RESERVED'"))
                  .as("reservations that nobody committed or released")
                  .isZero();
            });
  }

  /**
   * What the provider holds is what orders cost that are paid or wait for a refused refund, and
   * every order has come to an end.
   */
  public void moneyBalances() {
    await("money balances")
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
                      amount(
                          "payment_db",
                          "select coalesce(sum(amount - refunded_amount), 0) from payments where status in ('COMPLETED', 'REFUNDED')"))
                  .as("money that we hold by our ledger")
                  .isEqualByComparingTo(
                      amount(
                          "order_db",
                          "select coalesce(sum(total_amount), 0) from orders where status in ('PAID', 'REFUND_FAILED')"));
            });
  }

  public void balance() {
    moneyBalances();
    stockBalances();
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

  private List<String> texts(String database, String sql) {
    String role = database.replace("_db", "");
    try (Connection connection = DriverManager.getConnection(shop.jdbcUrl(database), role, role);
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException("the auditor cannot read " + database + ": " + sql, e);
    }
  }
}
