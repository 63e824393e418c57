package dev.sagashop.platform.outbox;

/**
 * One event, as its consumers will read it.
 *
 * @param topic of Kafka, declared by {@code sagashop.outbox.topics}
 * @param aggregateKey key of the record, and the scope in which order is kept
 * @param typeId value of the header {@code __TypeId__}, by which the older consumers choose a class
 * @param payload written as JSON; usually a record whose fields are those of the contract
 */
public record OutboxEvent(String topic, String aggregateKey, String typeId, Object payload) {

  public OutboxEvent {
    requireText("topic", topic);
    requireText("aggregateKey", aggregateKey);
    requireText("typeId", typeId);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "%s of an outbox event is blank; expected a text".formatted(name));
    }
  }
}
