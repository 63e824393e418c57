package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PlainList;
import dev.sagashop.platform.web.paging.TimeRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may call what is said in the table of rights. */
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
  ResponseEntity<List<OrderView>> listOrders(
      @RequestParam(required = false) @Positive @Nullable Long userId,
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @Valid PageQuery page) {
    return PlainList.of(views.list(userId, new OrderFilter(status, TimeRange.of(from, to)), page));
  }

  @GetMapping("/orders/my-orders")
  ResponseEntity<List<OrderView>> listMyOrders(
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @Valid PageQuery page,
      CurrentUser user) {
    return PlainList.of(
        views.list(user.userId(), new OrderFilter(status, TimeRange.of(from, to)), page));
  }

  @GetMapping("/orders/user/{userId}")
  ResponseEntity<List<OrderView>> listOrdersOfUser(
      @PathVariable long userId, @Valid PageQuery page) {
    return PlainList.of(views.list(userId, OrderFilter.NONE, page));
  }

  @GetMapping("/orders/{id}")
  OrderView showOrder(@PathVariable long id, CurrentUser user) {
    return views.readable(id, user);
  }

  @GetMapping("/orders/{id}/timeline")
  ResponseEntity<List<TimelineEntry>> listTimeline(
      @PathVariable long id, @Valid PageQuery page, CurrentUser user) {
    return PlainList.of(timelines.of(views.readable(id, user).id(), page));
  }
}
