package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** The two events that the inventory owns, as version 1 of their contract has them. */
@Component
class InventoryEvents {

  private final Outbox outbox;

  InventoryEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void reserved(OrderId orderId, Money total) {
    outbox.append(
        new OutboxEvent(
            "inventory-reserved",
            orderId.toString(),
            "inventoryReservedEvent",
            new InventoryReserved(orderId.value(), total.amount())));
  }

  void failed(OrderId orderId, String reason) {
    outbox.append(
        new OutboxEvent(
            "inventory-failed",
            orderId.toString(),
            "inventoryFailedEvent",
            new InventoryFailed(orderId.value(), reason)));
  }

  record InventoryReserved(long orderId, BigDecimal totalAmount) {}

  record InventoryFailed(long orderId, String reason) {}
}
