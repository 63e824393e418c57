package dev.sagashop.order.refunding;

import dev.sagashop.activities.RefundId;
import dev.sagashop.order.placing.IdempotencyKey;
import dev.sagashop.order.reading.OrderView.RefundView;
import dev.sagashop.order.reading.OrderViews;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** For the staff only; that is said in the table of rights. */
@RestController
@OnlyInRole(Role.API)
class RefundController {

  private static final String REPLAYED = "Idempotent-Replayed";

  /**
   * @param attempt that was seen refused; left out, it is the one that is refused now
   */
  record RefundRetry(
      @NotBlank @Size(max = 500) String reason, @Nullable @Positive Integer attempt) {}

  /**
   * @param reference that proves the refund outside: of a bank transfer, a voucher
   * @param attempt as for a retry
   */
  record RefundResolution(
      @NotBlank @Size(max = 500) String reason,
      @NotBlank @Size(max = 200) String reference,
      @Nullable @Positive Integer attempt) {}

  private final RequestingRefunds requesting;
  private final DecidingRefunds deciding;
  private final OrderViews views;

  RefundController(RequestingRefunds requesting, DecidingRefunds deciding, OrderViews views) {
    this.requesting = requesting;
    this.deciding = deciding;
    this.views = views;
  }

  @Refuses({409, 422})
  @ApiResponse(responseCode = "200", description = "the refund of an earlier request of this key")
  @ApiResponse(responseCode = "201", description = "asked for")
  @PostMapping("/orders/{id}/refunds")
  ResponseEntity<RefundView> requestRefund(
      @PathVariable long id,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody RequestPartialRefund wanted,
      CurrentUser user) {
    RequestingRefunds.Requested requested =
        requesting.request(id, wanted, IdempotencyKey.parse(key), user);
    RefundView view = views.refund(requested.refund().id());
    return requested.repeated()
        ? ResponseEntity.ok().header(REPLAYED, "true").body(view)
        : ResponseEntity.status(HttpStatus.CREATED).body(view);
  }

  @Refuses({409, 422})
  @PostMapping("/orders/{id}/refunds/{refundId}/retry")
  RefundView retryRefund(
      @PathVariable long id,
      @PathVariable long refundId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody RefundRetry retry,
      CurrentUser user,
      HttpServletResponse response) {
    return decided(
        deciding.retry(
            id,
            refundId,
            decisionId(key),
            retry.attempt(),
            attempt -> new RetryRefund(actor(user), retry.reason(), attempt)),
        refundId,
        response);
  }

  @Refuses({409, 422})
  @PostMapping("/orders/{id}/refunds/{refundId}/resolve")
  RefundView resolveRefund(
      @PathVariable long id,
      @PathVariable long refundId,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody RefundResolution resolve,
      CurrentUser user,
      HttpServletResponse response) {
    return decided(
        deciding.resolve(
            id,
            refundId,
            decisionId(key),
            resolve.attempt(),
            attempt ->
                new ResolveManually(actor(user), resolve.reason(), resolve.reference(), attempt)),
        refundId,
        response);
  }

  private RefundView decided(boolean repeated, long refundId, HttpServletResponse response) {
    if (repeated) {
      response.setHeader(REPLAYED, "true");
    }
    return views.refund(new RefundId(refundId));
  }

  private static String actor(CurrentUser user) {
    return "user " + user.userId();
  }

  /** Without a key each request is a decision of its own, and only the first one finds it open. */
  private static String decisionId(@Nullable String key) {
    IdempotencyKey given = IdempotencyKey.parse(key);
    return given == null ? UUID.randomUUID().toString() : given.value();
  }
}
