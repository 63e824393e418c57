package dev.sagashop.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The payment provider: it does as it is told, and testifies from its own journal. */
public final class Provider {

  private static final String ROUTE = "/api/payments/simulator";

  private final Visitor admin;

  public Provider(Visitor admin) {
    this.admin = admin;
  }

  /** Everything works, and at once. */
  public void works() {
    behave(Map.of());
  }

  public void refusesRefunds() {
    behave(Map.of("refuseRefunds", true, "failureReason", "ACCOUNT_CLOSED"));
  }

  /** What is left out works as it should. */
  public void behave(Map<String, Object> settings) {
    Visitor.Answer answer = admin.put(ROUTE, settings);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  /** Amounts of the charges of an order that moved money. */
  public List<BigDecimal> charges(long orderId) {
    return succeeded(orderId, "CHARGE");
  }

  /** Amounts of the refunds of an order that moved money. */
  public List<BigDecimal> refunds(long orderId) {
    return succeeded(orderId, "REFUND");
  }

  private List<BigDecimal> succeeded(long orderId, String kind) {
    return admin
        .get(ROUTE + "/journal?orderId=" + orderId)
        .json()
        .valueStream()
        .filter(entry -> entry.path("kind").asString().equals(kind))
        .filter(entry -> entry.path("outcome").asString().equals("SUCCEEDED"))
        .map(entry -> entry.path("amount").decimalValue().setScale(2))
        .toList();
  }
}
