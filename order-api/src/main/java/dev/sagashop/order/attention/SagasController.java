package dev.sagashop.order.attention;

import dev.sagashop.order.live.OrderNews;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.live.EventStreams;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the staff only; that is said in the table of rights. */
@RestController
@OnlyInRole(Role.API)
class SagasController {

  private final SagaInbox inbox;
  private final SagaNews news;
  private final OrderNews orders;
  private final MendingSagas mending;
  private final EventStreams streams;

  SagasController(
      SagaInbox inbox,
      SagaNews news,
      OrderNews orders,
      MendingSagas mending,
      EventStreams streams) {
    this.inbox = inbox;
    this.news = news;
    this.orders = orders;
    this.mending = mending;
    this.streams = streams;
  }

  /**
   * @param total of all pages
   * @param complete whether everything was looked at
   * @param missing what was not, and why
   */
  record SagaListing(
      List<SagaItem> items, int total, int page, int size, boolean complete, List<String> missing) {

    SagaListing {
      items = List.copyOf(items);
      missing = List.copyOf(missing);
    }
  }

  /**
   * @param reason for the timeline of the order
   * @param reference that proves a refund outside; only for {@code resolve}
   */
  record SagaAction(
      @NotBlank @Size(max = 500) String reason, @Nullable @Size(max = 200) String reference) {}

  @GetMapping("/operations/sagas")
  SagaListing listSagas(
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
      @RequestParam(required = false) @Nullable Cause cause,
      @RequestParam(required = false) SagaId.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable @Positive Long orderId) {
    Findings findings = inbox.look();
    List<SagaItem> wanted =
        findings.items().stream()
            .filter(item -> cause == null || item.cause() == cause)
            .filter(item -> kind == null || item.kind() == kind)
            .filter(item -> orderId == null || item.orderId() == orderId)
            .toList();
    List<SagaItem> items = wanted.stream().skip((long) page * size).limit(size).toList();
    return new SagaListing(
        items, wanted.size(), page, size, findings.missing().isEmpty(), findings.missing());
  }

  /** How many there are, now and whenever that changes; and which orders have news. */
  @GetMapping("/operations/events")
  void followSagas(HttpServletResponse response) {
    streams.serve(response, news, orders);
  }

  @Refuses({409, 422})
  @PostMapping("/operations/sagas/{workflowId}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retrySaga(
      @PathVariable String workflowId, @Valid @RequestBody SagaAction request, CurrentUser user) {
    mending.retry(workflowId, request.reason(), user);
  }

  @Refuses({409, 422})
  @PostMapping("/operations/sagas/{workflowId}/resolve")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resolveSaga(
      @PathVariable String workflowId, @Valid @RequestBody SagaAction request, CurrentUser user) {
    String reference = request.reference();
    if (reference == null || reference.isBlank()) {
      throw SagaActionRefused.withoutReference();
    }
    mending.resolve(workflowId, request.reason(), reference, user);
  }

  @Refuses({409, 422})
  @PostMapping("/operations/sagas/{workflowId}/restart")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restartSaga(
      @PathVariable String workflowId, @Valid @RequestBody SagaAction request, CurrentUser user) {
    mending.restart(workflowId, request.reason(), user);
  }
}
