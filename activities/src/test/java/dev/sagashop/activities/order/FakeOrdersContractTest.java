package dev.sagashop.activities.order;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import java.util.List;
import org.jspecify.annotations.Nullable;

class FakeOrdersContractTest extends OrderActivitiesContract {

  private final FakeOrders orders = new FakeOrders();
  private long lastNumber;

  @Override
  protected OrderActivities activities() {
    return orders;
  }

  @Override
  protected OrderId place(Money total) {
    OrderId orderId = new OrderId(++lastNumber);
    orders.place(orderId, total);
    return orderId;
  }

  @Override
  protected void cancelByCustomer(OrderId orderId) {
    orders.cancelByCustomer(orderId);
  }

  @Override
  protected RefundId requestPart(OrderId orderId, Money amount) {
    return orders.requestPart(orderId, amount);
  }

  @Override
  protected List<String> notes(OrderId orderId) {
    return orders.notes(orderId);
  }

  @Override
  protected String status(OrderId orderId) {
    return orders.status(orderId);
  }

  @Override
  protected @Nullable String cancelReason(OrderId orderId) {
    return orders.cancelReason(orderId);
  }

  @Override
  protected List<RefundId> refundsOf(OrderId orderId) {
    return orders.refundsOf(orderId);
  }

  @Override
  protected String refundStatus(RefundId refundId) {
    return orders.refundStatus(refundId);
  }

  @Override
  protected List<String> topics(OrderId orderId) {
    return orders.topics(orderId);
  }
}
