package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reserve, confirm and release by hand, on the same rows as the sagas. */
@RestController
@RequestMapping("/inventory")
class ReservationController {

  private final ReservingByHand reserving;
  private final Committing committing;
  private final Releasing releasing;
  private final Ownership ownership;
  private final ReservationViews views;

  ReservationController(
      ReservingByHand reserving,
      Committing committing,
      Releasing releasing,
      Ownership ownership,
      ReservationViews views) {
    this.reserving = reserving;
    this.committing = committing;
    this.releasing = releasing;
    this.ownership = ownership;
    this.views = views;
  }

  @Refuses({404, 409})
  @PostMapping("/reserve")
  void reserveStock(@Valid @RequestBody ReserveByHand request) {
    OrderId orderId = ownership.free(request.orderId());
    reserving.reserve(orderId, request.productId(), request.quantity());
  }

  @Refuses({409})
  @PostMapping("/confirm/{orderId}")
  void confirmReservation(@PathVariable @Positive long orderId, CurrentUser admin) {
    committing.commitByHand(ownership.free(orderId), admin.subject());
  }

  @Refuses({409})
  @PostMapping("/release/{orderId}")
  void releaseReservation(@PathVariable @Positive long orderId, CurrentUser admin) {
    releasing.releaseByHand(ownership.free(orderId), admin.subject());
  }

  @GetMapping("/reservations/{orderId}")
  ReservationView showReservation(@PathVariable @Positive long orderId) {
    return views.one(new OrderId(orderId));
  }

  record ReserveByHand(
      @NotNull @Positive Long orderId,
      @NotNull @Positive Long productId,
      @NotNull @Positive Integer quantity) {}
}
