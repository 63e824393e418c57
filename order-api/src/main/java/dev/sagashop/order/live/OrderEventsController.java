package dev.sagashop.order.live;

import dev.sagashop.order.reading.OrderViews;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.live.EventStreams;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnlyInRole(Role.API)
class OrderEventsController {

  private final OrderViews views;
  private final OrderFeed feed;
  private final EventStreams streams;

  OrderEventsController(OrderViews views, OrderFeed feed, EventStreams streams) {
    this.views = views;
    this.feed = feed;
    this.streams = streams;
  }

  /**
   * The timeline of an order, entry by entry, and then what happens.
   *
   * @param lastEventId goes on after this entry; browsers send it when they come back
   * @param asked the same for clients that cannot set headers
   */
  @GetMapping("/orders/{id}/events")
  void followOrder(
      @PathVariable long id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
      @RequestParam(name = "lastEventId", required = false) @Nullable Long asked,
      CurrentUser user,
      HttpServletResponse response) {
    long orderId = views.readable(id, user).id();
    long seen = lastEventId != null ? lastEventId : asked != null ? asked : 0;
    streams.serve(response, mailbox -> feed.subscribe(orderId, seen, mailbox));
  }
}
