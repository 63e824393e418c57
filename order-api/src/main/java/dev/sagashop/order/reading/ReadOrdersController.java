package dev.sagashop.order.reading;

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
  private final Timelines timelines;

  ReadOrdersController(OrderViews views, Timelines timelines) {
    this.views = views;
    this.timelines = timelines;
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
    return views.readable(id, user);
  }

  @GetMapping("/orders/{id}/timeline")
  List<TimelineEntry> timeline(@PathVariable long id, CurrentUser user) {
    return timelines.of(views.readable(id, user).id());
  }
}
