package dev.sagashop.order.delivering;

import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.Entry;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.OrderNotFound;
import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For admins only; that is said in the table of rights. */
@RestController
@OnlyInRole(Role.API)
class DeliverOrderController {

  private final TransactionTemplate transactions;
  private final OrderBook orders;

  DeliverOrderController(TransactionTemplate transactions, OrderBook orders) {
    this.transactions = transactions;
    this.orders = orders;
  }

  @Refuses({409})
  @PostMapping("/orders/{id}/deliver")
  void deliverOrder(@PathVariable long id, CurrentUser user) {
    if (id <= 0) {
      throw new OrderNotFound(id);
    }
    transactions.executeWithoutResult(
        _ -> {
          Order order = orders.lock(new OrderId(id)).orElseThrow(() -> new OrderNotFound(id));
          if (order.status() != OrderStatus.PAID) {
            throw new NotDeliverable(order);
          }
          orders.deliver(order, Entry.of("user " + user.userId(), "delivered"));
        });
  }
}
