package dev.sagashop.inventory.release;

import dev.sagashop.activities.inventory.ReleaseReason;
import dev.sagashop.platform.web.paging.TimeRange;
import dev.sagashop.platform.web.paging.Where;
import jakarta.validation.constraints.Positive;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Which releases are wanted; what is null does not matter. Both times are included. */
record ReleaseFilter(
    @Nullable @Positive Long orderId,
    @Nullable ReleaseReason reason,
    @Nullable @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime from,
    @Nullable @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime to) {

  static final ReleaseFilter ALL = new ReleaseFilter(null, null, null, null);

  /** Conditions on the table {@code r}. */
  Where where() {
    var where = new Where();
    where.and("r.order_id = :orderId", "orderId", orderId);
    where.and("r.reason = :reason", "reason", reason == null ? null : reason.name());
    new TimeRange(from, to).narrow(where, "r.created_at");
    return where;
  }
}
