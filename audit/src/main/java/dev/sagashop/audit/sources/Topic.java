package dev.sagashop.audit.sources;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The nine topics of the event contract. */
public enum Topic {
  ORDER_CREATED,
  ORDER_CANCELLED,
  REFUND_REQUESTED,
  INVENTORY_RESERVED,
  INVENTORY_FAILED,
  PAYMENT_SUCCESS,
  PAYMENT_FAILED,
  REFUND_SUCCESS,
  REFUND_FAILED;

  /** As Kafka knows it. */
  public String topicName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Topic::topicName).toList();
  }

  static Topic named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
