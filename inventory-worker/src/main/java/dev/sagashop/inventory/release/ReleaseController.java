package dev.sagashop.inventory.release;

import dev.sagashop.platform.web.csv.CsvFile;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.TimeRange;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The release audit for the staff: in pages, as a file, as sums. */
@RestController
@RequestMapping("/inventory/releases")
class ReleaseController {

  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 100;
  private static final int LONGEST_EXPORT = 1_000_000;
  private static final int USUAL_DAYS = 30;
  private static final String FILE = "inventory-release-events.csv";
  private static final List<String> COLUMNS =
      List.of("release_id", "order_id", "reservation_id", "reason", "created_at");

  private final Releases releases;
  private final Summing summing;

  ReleaseController(Releases releases, Summing summing) {
    this.releases = releases;
    this.summing = summing;
  }

  @GetMapping
  NumberedPage<Release> listReleases(
      @Valid ReleaseFilter filter,
      @RequestParam(defaultValue = "0") @PositiveOrZero int page,
      @RequestParam(defaultValue = "" + USUAL_PAGE) @Min(1) @Max(LARGEST_PAGE) int size) {
    return releases.page(filter, page, size);
  }

  @GetMapping("/cursor")
  Page<Release> listReleasesByCursor(@Valid ReleaseFilter filter, @Valid CursorQuery query) {
    return releases.page(filter, query.wantedSize(), query.position());
  }

  @GetMapping(path = "/export", produces = CsvFile.CONTENT_TYPE)
  void exportReleases(
      @Valid ReleaseFilter filter,
      @RequestParam(defaultValue = "" + LONGEST_EXPORT) @Min(1) @Max(LONGEST_EXPORT) int limit,
      HttpServletResponse response)
      throws IOException {
    CsvFile.send(
        response,
        FILE,
        COLUMNS,
        file ->
            releases.forEach(
                filter,
                limit,
                release ->
                    file.row(
                        release.releaseId(),
                        release.orderId(),
                        release.reservationId(),
                        release.reason(),
                        release.createdAt())));
  }

  /** The last {@value #USUAL_DAYS} days unless the client says otherwise. */
  @GetMapping("/summary")
  ReleaseSummary summarizeReleases(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME)
          @Nullable OffsetDateTime from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME)
          @Nullable OffsetDateTime to,
      @RequestParam(defaultValue = "day") @Pattern(regexp = "hour|day") String bucket) {
    var asked = new TimeRange(from, to);
    OffsetDateTime end = asked.to() == null ? OffsetDateTime.now(ZoneOffset.UTC) : asked.to();
    OffsetDateTime start = asked.from() == null ? end.minusDays(USUAL_DAYS) : asked.from();
    return summing.sum(start, end, bucket.equals("hour") ? ChronoUnit.HOURS : ChronoUnit.DAYS);
  }

  /** The position has two spellings, and so has the size; the first ones win. */
  record CursorQuery(
      @Nullable @Min(1) @Max(LARGEST_PAGE) Integer size,
      @Nullable @Min(1) @Max(LARGEST_PAGE) Integer limit,
      @Nullable @Size(max = 200) String cursor,
      @Nullable @Size(max = 200) String after) {

    int wantedSize() {
      if (size != null) {
        return size;
      }
      return limit == null ? USUAL_PAGE : limit;
    }

    @Nullable ReleaseCursor position() {
      String text = cursor == null || cursor.isBlank() ? after : cursor;
      return text == null || text.isBlank() ? null : ReleaseCursor.decode(text);
    }
  }
}
