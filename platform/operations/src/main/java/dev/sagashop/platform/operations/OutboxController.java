package dev.sagashop.platform.operations;

import dev.sagashop.platform.outbox.operating.ActionResult;
import dev.sagashop.platform.outbox.operating.OutboxDetails;
import dev.sagashop.platform.outbox.operating.OutboxOperations;
import dev.sagashop.platform.outbox.operating.OutboxQuery;
import dev.sagashop.platform.outbox.operating.OutboxRow;
import dev.sagashop.platform.outbox.operating.OutboxStatus;
import dev.sagashop.platform.outbox.operating.OutboxSummary;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox of this service. */
@RestController
@RequestMapping("/operations/outbox")
class OutboxController {

  private final OutboxOperations outbox;

  OutboxController(OutboxOperations outbox) {
    this.outbox = outbox;
  }

  /**
   * @param next what to ask for as {@code after} to see more; null on the last page
   */
  record OutboxListing(
      Map<OutboxStatus, Long> counts,
      double lagSeconds,
      List<OutboxRow> rows,
      @Nullable Long next) {}

  @GetMapping
  OutboxListing listOutbox(
      @RequestParam(required = false) @Nullable OutboxStatus status,
      @RequestParam(required = false) @Nullable String topic,
      @RequestParam(required = false) @Nullable String aggregateKey,
      @RequestParam(defaultValue = "0") @Min(0) long after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
    OutboxSummary summary = outbox.summary();
    // One more than wanted tells whether there is a next page.
    List<OutboxRow> rows =
        outbox.list(new OutboxQuery(status, topic, aggregateKey, after, limit + 1));
    boolean isLast = rows.size() <= limit;
    List<OutboxRow> page = isLast ? rows : rows.subList(0, limit);
    return new OutboxListing(
        summary.counts(), summary.lagSeconds(), page, isLast ? null : page.getLast().id());
  }

  @GetMapping("/{id}")
  OutboxDetails showOutboxRow(@PathVariable long id) {
    return outbox.find(id).orElseThrow(() -> unknown(id));
  }

  @Refuses({409})
  @PostMapping("/{id}/requeue")
  OutboxDetails requeueOutboxRow(
      @PathVariable long id,
      @Valid @RequestBody OperatorAction request,
      @AuthenticationPrincipal Jwt token) {
    return answer(outbox.requeue(id, request.by(token)));
  }

  @Refuses({409})
  @PostMapping("/{id}/discard")
  OutboxDetails discardOutboxRow(
      @PathVariable long id,
      @Valid @RequestBody OperatorAction request,
      @AuthenticationPrincipal Jwt token) {
    return answer(outbox.discard(id, request.by(token)));
  }

  private OutboxDetails answer(ActionResult result) {
    return switch (result) {
      case ActionResult.Done done -> showOutboxRow(done.row().id());
      case ActionResult.NotFailed(OutboxRow row) ->
          throw Refused.conflict(
              "OUTBOX_ROW_NOT_FAILED",
              "Row %d is %s; only a FAILED row can be requeued or discarded."
                  .formatted(row.id(), row.status()));
      case ActionResult.Unknown(long id) -> throw unknown(id);
    };
  }

  private static Refused unknown(long id) {
    return Refused.notFound(
        "OUTBOX_ROW_NOT_FOUND",
        "This outbox has no row %d; published rows are deleted after some days.".formatted(id));
  }
}
