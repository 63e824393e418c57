package dev.sagashop.order.book;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells other systems what became of orders, in the transaction in which it became so. */
@Component
public class OrderEvents {

  private final Outbox outbox;

  OrderEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  public void created(OrderId orderId, NewOrder order) {
    List<Item> items =
        order.items().stream().map(item -> new Item(item.productId(), item.quantity())).toList();
    append(
        "order-created",
        orderId,
        "orderCreatedEvent",
        new Created(orderId.value(), order.userId(), order.total().amount(), items));
  }

  /** Somebody cancelled. A saga that ends an order because of a failure does not say so. */
  public void cancelled(OrderId orderId) {
    append("order-cancelled", orderId, "orderCancelledEvent", new Named(orderId.value()));
  }

  /** The whole amount of the order is to go back. */
  public void refundRequested(OrderId orderId) {
    append("refund-requested", orderId, "refundRequestedEvent", new Named(orderId.value()));
  }

  /**
   * A part of the money is to go back, went back or could not. The older topics mean the whole
   * order, so that this has a topic of its own.
   *
   * @param status {@code REQUESTED}, {@code SUCCEEDED} or {@code FAILED}
   * @param reason of a refusal, null without one
   */
  public void partialRefund(
      Refund refund, RefundStatus status, int attempt, @Nullable String reason) {
    append(
        "order-refunds",
        refund.orderId(),
        "orderRefundEvent",
        new PartialRefund(
            refund.orderId().value(),
            refund.id().toString(),
            refund.kind().name(),
            status.name(),
            refund.amount().amount(),
            refund.amount().currency(),
            attempt,
            reason));
  }

  private void append(String topic, OrderId orderId, String typeId, Object payload) {
    outbox.append(new OutboxEvent(topic, orderId.toString(), typeId, payload));
  }

  record Created(long orderId, long userId, BigDecimal totalAmount, List<Item> items) {}

  record Item(long productId, int quantity) {}

  record Named(long orderId) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PartialRefund(
      long orderId,
      String refundId,
      String kind,
      String status,
      BigDecimal amount,
      String currency,
      int attempt,
      @Nullable String reason) {}
}
