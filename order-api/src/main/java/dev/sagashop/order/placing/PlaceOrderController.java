package dev.sagashop.order.placing;

import dev.sagashop.order.catalogue.CatalogueUnavailable;
import dev.sagashop.order.live.AwaitingOrders;
import dev.sagashop.order.live.WaitPreference;
import dev.sagashop.order.placing.PlacingOrders.Placed;
import dev.sagashop.order.reading.OrderView;
import dev.sagashop.order.reading.OrderViews;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnlyInRole(Role.API)
class PlaceOrderController {

  private final PlacingOrders placing;
  private final AwaitingOrders awaiting;
  private final OrderViews views;

  PlaceOrderController(PlacingOrders placing, AwaitingOrders awaiting, OrderViews views) {
    this.placing = placing;
    this.awaiting = awaiting;
    this.views = views;
  }

  /** A wait begins after the commit: a client that goes away meanwhile loses nothing. */
  @Refuses({404, 409, 422})
  @PostMapping("/orders")
  OrderView placeOrder(
      CurrentUser user,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization,
      @RequestHeader(name = WaitPreference.HEADER, required = false)
          @Nullable List<String> preferences,
      @RequestBody PlaceOrder request,
      HttpServletResponse response) {
    try {
      Placed placed =
          placing.place(user.userId(), IdempotencyKey.parse(key), request, authorization);
      if (placed.repeated()) {
        response.setHeader("Idempotent-Replayed", "true");
      }
      WaitPreference wait = preferences == null ? null : WaitPreference.of(preferences);
      if (wait != null) {
        awaiting.untilDecided(placed.orderId(), wait.duration());
        response.setHeader(WaitPreference.APPLIED_HEADER, wait.applied());
      }
      return views.one(placed.orderId());
    } catch (CatalogueUnavailable e) {
      response.setIntHeader(HttpHeaders.RETRY_AFTER, CatalogueUnavailable.RETRY_AFTER_SECONDS);
      throw e;
    }
  }
}
