package dev.sagashop.launcher.kafka;

import java.util.List;
import java.util.stream.Stream;

/** The topics of the event contract, and the dead letters of each. */
public final class ContractTopics {
  public static final List<String> ALL =
      List.of(
          "order-created",
          "order-cancelled",
          "refund-requested",
          "inventory-reserved",
          "inventory-failed",
          "payment-success",
          "payment-failed",
          "refund-success",
          "refund-failed",
          "order-refunds");

  public static final List<String> WITH_DEAD_LETTERS =
      ALL.stream().flatMap(topic -> Stream.of(topic, topic + ".DLT")).toList();

  private ContractTopics() {}
}
