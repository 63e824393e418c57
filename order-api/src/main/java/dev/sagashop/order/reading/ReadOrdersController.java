package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderNotFound;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who may read lists of others is said in {@link OrderRoutes}. */
@RestController
@OnlyInRole(Role.API)
class ReadOrdersController {

  private final OrderViews views;

  ReadOrdersController(OrderViews views) {
    this.views = views;
  }

  @GetMapping("/orders")
  List<OrderView> all() {
    return views.newest();
  }

  @GetMapping("/orders/my-orders")
  List<OrderView> mine(CurrentUser user) {
    return views.newestOf(user.userId());
  }

  @GetMapping("/orders/user/{userId}")
  List<OrderView> ofUser(@PathVariable long userId) {
    return views.newestOf(userId);
  }

  @GetMapping("/orders/{id}")
  OrderView one(@PathVariable long id, CurrentUser user) {
    return readable(id, user);
  }

  @GetMapping("/orders/{id}/timeline")
  List<TimelineEntry> timeline(@PathVariable long id, CurrentUser user) {
    return views.timeline(readable(id, user).id());
  }

  /** Strangers do not learn whether an order exists. */
  private OrderView readable(long id, CurrentUser user) {
    return views
        .find(id)
        .filter(
            order ->
                order.userId() == user.userId() || user.isAdmin() || user.hasRole("ROLE_SUPPORT"))
        .orElseThrow(() -> new OrderNotFound(id));
  }
}
