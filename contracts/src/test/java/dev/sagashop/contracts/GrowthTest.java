package dev.sagashop.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Within version 1 the contract may only gain optional fields, and this test would notice. */
class GrowthTest {

  private static final Map<String, EventKind> RELEASED = ContractFiles.read("released");

  @Test
  void hasOnlyGainedOptionalFieldsSinceItsRelease() {
    assertThat(Growth.breaches(RELEASED, EventContract.current().kinds()))
        .as("breaches of version 1; a change like these needs a version of its own")
        .isEmpty();
  }

  @Test
  void mayGainAnOptionalField() {
    Map<String, EventKind> grown =
        changed(
            "order-created",
            payload -> {
              properties(payload).putObject("currency").put("type", "string");
              lineProperties(payload).putObject("title").put("type", "string");
              payload.put("description", "Told differently.");
            });

    assertThat(Growth.breaches(RELEASED, grown)).isEmpty();
  }

  @Test
  void mayGainATopic() {
    Map<String, EventKind> grown = new TreeMap<>(RELEASED);
    grown.put("order-shipped", kind("order-created"));

    assertThat(Growth.breaches(RELEASED, grown)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breakingChanges")
  void wouldNotice(String change, Map<String, EventKind> broken, String expected) {
    assertThat(Growth.breaches(RELEASED, broken))
        .as(change)
        .anyMatch(each -> each.contains(expected));
  }

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        breaking(
            "a field is removed",
            payload -> properties(payload).remove("userId"),
            "order-created value field userId"),
        breaking(
            "a field is renamed",
            payload -> properties(payload).set("customerId", properties(payload).remove("userId")),
            "order-created value field userId"),
        breaking(
            "a field of a line is removed",
            payload -> lineProperties(payload).remove("quantity"),
            "items field quantity"),
        breaking(
            "a field is retyped",
            payload -> field(payload, "orderId").put("type", "string"),
            "field orderId type"),
        breaking(
            "a field may be null",
            payload -> field(payload, "orderId").putArray("type").add("integer").add("null"),
            "field orderId type"),
        breaking(
            "a field is narrowed by a new limit",
            payload -> field(payload, "totalAmount").put("maximum", 1000),
            "field totalAmount maximum"),
        breaking(
            "a field is narrowed to some values",
            payload -> field(payload, "userId").putArray("enum").add(1),
            "field userId enum"),
        breaking(
            "a limit is raised",
            payload -> field(payload, "orderId").put("minimum", 1000),
            "field orderId minimum"),
        breaking(
            "a limit is dropped",
            payload -> lineField(payload, "quantity").remove("minimum"),
            "field quantity minimum"),
        breaking(
            "a field is required that was optional",
            payload -> {
              properties(payload).putObject("currency").put("type", "string");
              ((ArrayNode) payload.get("required")).add("currency");
            },
            "order-created value required fields"),
        breaking(
            "a required field becomes optional",
            payload -> payload.putArray("required").add("orderId"),
            "order-created value required fields"),
        breaking(
            "unknown fields are forbidden",
            payload -> payload.put("additionalProperties", false),
            "additionalProperties"),
        Arguments.of("a topic is removed", without("refund-failed"), "topics"),
        Arguments.of("a topic is renamed", renamed("order-created", "orders-created"), "topics"),
        Arguments.of(
            "an alias changes",
            aliased("order-created", "orderPlacedEvent"),
            "order-created alias"),
        Arguments.of(
            "a header is removed",
            withoutHeader("order-created", "event-id"),
            "headers field event-id"));
  }

  private static Arguments breaking(String change, Consumer<ObjectNode> edit, String expected) {
    return Arguments.of(change, changed("order-created", edit), expected);
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.get("properties");
  }

  private static ObjectNode field(ObjectNode schema, String name) {
    return (ObjectNode) properties(schema).get(name);
  }

  private static ObjectNode lineProperties(ObjectNode schema) {
    return (ObjectNode) schema.at("/properties/items/items/properties");
  }

  private static ObjectNode lineField(ObjectNode schema, String name) {
    return (ObjectNode) lineProperties(schema).get(name);
  }

  private static Map<String, EventKind> changed(String topic, Consumer<ObjectNode> edit) {
    EventKind kind = kind(topic);
    ObjectNode payload = (ObjectNode) kind.payload().deepCopy();
    edit.accept(payload);
    return with(
        topic,
        new EventKind(topic, kind.typeId(), kind.producer(), kind.key(), kind.headers(), payload));
  }

  private static Map<String, EventKind> aliased(String topic, String typeId) {
    EventKind kind = kind(topic);
    return with(
        topic,
        new EventKind(topic, typeId, kind.producer(), kind.key(), kind.headers(), kind.payload()));
  }

  private static Map<String, EventKind> withoutHeader(String topic, String header) {
    EventKind kind = kind(topic);
    ObjectNode headers = (ObjectNode) kind.headers().deepCopy();
    properties(headers).remove(header);
    return with(
        topic,
        new EventKind(topic, kind.typeId(), kind.producer(), kind.key(), headers, kind.payload()));
  }

  private static Map<String, EventKind> without(String topic) {
    Map<String, EventKind> kinds = new TreeMap<>(RELEASED);
    kinds.remove(topic);
    return kinds;
  }

  private static Map<String, EventKind> renamed(String topic, String name) {
    Map<String, EventKind> kinds = without(topic);
    kinds.put(name, kind(topic));
    return kinds;
  }

  private static Map<String, EventKind> with(String topic, EventKind kind) {
    Map<String, EventKind> kinds = new TreeMap<>(RELEASED);
    kinds.put(topic, kind);
    return kinds;
  }

  private static EventKind kind(String topic) {
    EventKind kind = RELEASED.get(topic);
    if (kind == null) {
      throw new IllegalArgumentException("topic " + topic + " is not in the released contract");
    }
    return kind;
  }
}
