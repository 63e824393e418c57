package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What admins count, and what customers ask before they buy. */
@RestController
@RequestMapping("/inventory")
class StockController {

  private static final int MOST_PRODUCTS = 1000;

  private final Counting counting;
  private final Stock stock;

  StockController(Counting counting, Stock stock) {
    this.counting = counting;
    this.stock = stock;
  }

  @PostMapping("/add")
  void add(@Valid @RequestBody StockCount count, CurrentUser admin) {
    counting.add(count.productId(), count.quantity(), admin.subject());
  }

  @PostMapping("/set")
  void set(@Valid @RequestBody StockCount count, CurrentUser admin) {
    counting.set(count.productId(), count.quantity(), admin.subject());
  }

  /** Available units by product id. */
  @PostMapping("/batch")
  Map<Long, Integer> batch(
      @RequestBody @NotEmpty @Size(max = MOST_PRODUCTS) List<@NotNull @Positive Long> productIds) {
    return stock.available(productIds);
  }

  /** The first products by number, at most {@value #MOST_PRODUCTS}. */
  @GetMapping
  List<StockView> list() {
    return stock.list(MOST_PRODUCTS).stream().map(StockView::from).toList();
  }

  record StockCount(@NotNull @Positive Long productId, @NotNull @PositiveOrZero Integer quantity) {}

  record StockView(long productId, String sku, int onHand, int reserved, int available) {

    static StockView from(StockLevel level) {
      return new StockView(
          level.productId(),
          level.sku().value(),
          level.onHand(),
          level.reserved(),
          level.available());
    }
  }
}
