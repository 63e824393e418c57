package dev.sagashop.payment.simulator;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Switches the running provider for tests of other packages, and asks for its testimony. */
@Component
public class SimulatorRemote {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ProviderClient client;

  SimulatorRemote(ProviderClient client) {
    this.client = client;
  }

  public void work() {
    change(Map.of());
  }

  public void declineNext(String reason) {
    change(Map.of("declines", 1, "failureReason", reason));
  }

  public void declineCustomer(long customerId, String reason) {
    change(Map.of("declinedCustomers", List.of(customerId), "failureReason", reason));
  }

  public void refuseRefunds(String reason) {
    change(Map.of("refuseRefunds", true, "failureReason", reason));
  }

  public void loseReplies(int count) {
    addToSettings("loseReplies", count);
  }

  public void answerWithErrors(int count) {
    addToSettings("errors", count);
  }

  public void goDown() {
    addToSettings("down", true);
  }

  private void addToSettings(String name, Object value) {
    Map<String, Object> settings = new HashMap<>();
    for (var setting : JSON.readTree(ok(client.get("/settings"))).path("settings").properties()) {
      settings.put(setting.getKey(), setting.getValue());
    }
    settings.put(name, value);
    change(settings);
  }

  private void change(Map<String, ?> settings) {
    ok(client.put("/settings", JSON.writeValueAsString(settings)));
  }

  public Money captured(OrderId orderId) {
    return sum(orderId, "CHARGE");
  }

  public Money refunded(OrderId orderId) {
    return sum(orderId, "REFUND");
  }

  /** The whole journal, as the provider wrote it. */
  public String journal() {
    return ok(client.get("/journal"));
  }

  /** Money that moved. */
  record Moved(String kind, Money amount) {}

  /** What moved for an order, in its order. */
  List<Moved> movements(OrderId orderId) {
    List<Moved> moved = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(ok(client.get("/journal?orderId=" + orderId)))) {
      if (entry.path("outcome").asString().equals("SUCCEEDED")) {
        moved.add(
            new Moved(
                entry.path("kind").asString(),
                new Money(entry.path("amount").decimalValue(), entry.path("currency").asString())));
      }
    }
    return moved;
  }

  private Money sum(OrderId orderId, String kind) {
    return movements(orderId).stream()
        .filter(moved -> moved.kind().equals(kind))
        .map(Moved::amount)
        .reduce(Money.zero(), Money::plus);
  }

  private static String ok(ProviderClient.Answer answer) {
    if (!answer.isOk()) {
      throw new IllegalStateException("provider answered " + answer);
    }
    return answer.body();
  }
}
