package dev.sagashop.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EventContractTest {

  private static final String TRANSACTION = "5f0c6f6e-8f43-4a0e-9c5b-3f6f2f6f1a11";

  private final EventContract contract = EventContract.current();

  record Reserved(long orderId, BigDecimal totalAmount) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order-created | orderCreatedEvent | {\"orderId\":42,\"userId\":7,\"totalAmount\":84.97,\"items\":[{\"productId\":1,\"quantity\":2}]}",
        "order-cancelled | orderCancelledEvent | {\"orderId\":42}",
        "refund-requested | refundRequestedEvent | {\"orderId\":42,\"later\":\"field\"}",
        "inventory-reserved | inventoryReservedEvent | {\"orderId\":42,\"totalAmount\":1999000.00}",
        "inventory-failed | inventoryFailedEvent | {\"orderId\":42,\"reason\":\"none left\"}",
        "payment-success | paymentSuccessEvent | {\"orderId\":42,\"transactionId\":\""
            + TRANSACTION
            + "\"}",
        "payment-failed | paymentFailedEvent | {\"orderId\":42,\"reason\":\"MOCK_DECLINED\"}",
        "refund-success | refundSuccessEvent | {\"orderId\":42,\"refundId\":\"3\",\"transactionId\":\""
            + TRANSACTION
            + "\"}",
        "refund-failed | refundFailedEvent | {\"orderId\":42,\"reason\":\"refused\"}"
      })
  void acceptsWhatTheContractShows(String topic, String typeId, String payload) {
    assertThatCode(() -> contract.checkEvent(topic, "42", typeId, payload))
        .doesNotThrowAnyException();
    assertThatCode(() -> contract.checkRecord(topic, "42", payload, headers(typeId)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order-shipped | orderShippedEvent | 42 | {\"orderId\":42} | order-shipped is not in",
        "order-cancelled | orderCreatedEvent | 42 | {\"orderId\":42} | expected 'orderCancelledEvent'",
        "order-cancelled | orderCancelledEvent | 43 | {\"orderId\":42} | expected that of the key",
        "order-cancelled | orderCancelledEvent | key | {\"orderId\":42} | key",
        "order-cancelled | orderCancelledEvent | 42 | {} | orderId",
        "order-cancelled | orderCancelledEvent | 42 | {\"orderId\":\"42\"} | orderId",
        "order-cancelled | orderCancelledEvent | 42 | {\"orderId\" | is no JSON",
        "inventory-reserved | inventoryReservedEvent | 42 | {\"orderId\":42,\"totalAmount\":84.9} | expected 2 decimals",
        "inventory-reserved | inventoryReservedEvent | 42 | {\"orderId\":42,\"totalAmount\":\"84.97\"} | totalAmount",
        "payment-success | paymentSuccessEvent | 42 | {\"orderId\":42,\"transactionId\":\"t-1\"} | transactionId",
        "refund-success | refundSuccessEvent | 42 | {\"orderId\":42} | refundId"
      })
  void refusesWhatConsumersCouldNotRead(
      String topic, String typeId, String key, String payload, String expected) {
    assertThatThrownBy(() -> contract.checkEvent(topic, key, typeId, payload))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "__TypeId__, com.example.OrderCancelled",
    "event-contract-version, \"v1\"",
    "event-contract-version, v2",
    "traceparent, 00-none",
    "event-id, ''",
    "event-sequence, 0",
    "event-time, yesterday"
  })
  void refusesAHeaderThatIsNotAsTheContractHasIt(String header, String value) {
    Map<String, String> headers = headers("orderCancelledEvent");
    headers.put(header, value);
    assertRefused(headers, header);

    headers.remove(header);
    assertRefused(headers, header);
  }

  @Test
  void failsTheAppendOfEveryOutboxInATestThatBreaksTheContract() {
    List<OutboxEvent> appended = new ArrayList<>();
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ContractAutoConfiguration.class))
        .withBean(Outbox.class, () -> appended::add)
        .run(
            context -> {
              Outbox outbox = context.getBean(Outbox.class);
              OutboxEvent good = reserved("84.97");
              outbox.append(good);
              assertThatThrownBy(() -> outbox.append(reserved("84.9")))
                  .isInstanceOf(ContractViolation.class);
              assertThat(appended).containsExactly(good);
            });
  }

  private static OutboxEvent reserved(String amount) {
    return new OutboxEvent(
        "inventory-reserved",
        "42",
        "inventoryReservedEvent",
        new Reserved(42, new BigDecimal(amount)));
  }

  private void assertRefused(Map<String, String> headers, String header) {
    assertThatThrownBy(
            () -> contract.checkRecord("order-cancelled", "42", "{\"orderId\":42}", headers))
        .isInstanceOf(ContractViolation.class)
        .hasMessageContaining(header);
  }

  private static Map<String, String> headers(String typeId) {
    return new TreeMap<>(
        Map.of(
            "__TypeId__", typeId,
            "event-contract-version", "v1",
            "spring_json_header_types", "{\"event-contract-version\":\"java.lang.String\"}",
            "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "event-id", "17",
            "event-sequence", "1",
            "event-time", "2026-01-01T00:00:00.123456Z"));
  }
}
