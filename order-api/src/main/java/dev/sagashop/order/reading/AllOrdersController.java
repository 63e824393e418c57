package dev.sagashop.order.reading;

import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.csv.CsvFile;
import dev.sagashop.platform.web.paging.TimeRange;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All orders at once, for the staff only; that is said in the table of rights. */
@RestController
@OnlyInRole(Role.API)
class AllOrdersController {

  private static final int USUAL_EXPORT = 1000;
  private static final int LONGEST_EXPORT = 10_000;

  private final SummingOrders summing;
  private final ExportingOrders exporting;

  AllOrdersController(SummingOrders summing, ExportingOrders exporting) {
    this.summing = summing;
    this.exporting = exporting;
  }

  @GetMapping("/orders/summary")
  OrderSummary summarizeOrders(
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return summing.of(TimeRange.of(from, to));
  }

  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @GetMapping(path = "/orders/export", produces = CsvFile.CONTENT_TYPE)
  void exportOrders(
      @RequestParam(required = false) @Positive @Nullable Long userId,
      @RequestParam(required = false) @Nullable OrderStatus status,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "" + USUAL_EXPORT) @Min(1) @Max(LONGEST_EXPORT) int limit,
      HttpServletResponse response)
      throws IOException {
    var filter = new OrderFilter(status, TimeRange.of(from, to));
    CsvFile.send(
        response,
        ExportingOrders.FILE,
        ExportingOrders.COLUMNS,
        file -> exporting.forEach(userId, filter, limit, file));
  }
}
