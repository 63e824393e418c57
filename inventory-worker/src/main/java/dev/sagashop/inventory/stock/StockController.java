package dev.sagashop.inventory.stock;

import dev.sagashop.inventory.stock.Adjusting.Adjusted;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What admins count, and what customers ask before they buy. */
@RestController
@RequestMapping("/inventory")
class StockController {

  private static final int MOST_PRODUCTS = 1000;

  private static final int LONGEST_KEY = 128;

  private final Counting counting;
  private final Adjusting adjusting;
  private final StockList stock;

  StockController(Counting counting, Adjusting adjusting, StockList stock) {
    this.counting = counting;
    this.adjusting = adjusting;
    this.stock = stock;
  }

  @PostMapping("/add")
  void addStock(@Valid @RequestBody StockCount count, CurrentUser admin) {
    counting.add(count.productId(), count.quantity(), admin.subject());
  }

  @PostMapping("/set")
  void setStock(@Valid @RequestBody StockCount count, CurrentUser admin) {
    counting.set(count.productId(), count.quantity(), admin.subject());
  }

  /** Available units by product id. */
  @PostMapping("/batch")
  Map<Long, Integer> countAvailable(
      @RequestBody @NotEmpty @Size(max = MOST_PRODUCTS) List<@NotNull @Positive Long> productIds) {
    return stock.available(productIds);
  }

  /** A repeat with the same key changes nothing, and is answered with the first one's movement. */
  @Refuses({404, 409, 422})
  @PostMapping("/adjust")
  Movement adjustStock(
      @Valid @RequestBody Adjustment adjustment,
      @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable
          @Size(max = LONGEST_KEY)
          @Pattern(regexp = ".*\\S.*", message = "must not be blank")
          String key,
      CurrentUser admin,
      HttpServletResponse response) {
    Adjusted adjusted =
        adjusting.adjust(adjustment, admin.subject(), key == null ? null : key.strip());
    if (adjusted.repeated()) {
      response.setHeader("Idempotent-Replayed", "true");
    }
    return adjusted.movement();
  }

  record StockCount(@NotNull @Positive Long productId, @NotNull @PositiveOrZero Integer quantity) {}
}
