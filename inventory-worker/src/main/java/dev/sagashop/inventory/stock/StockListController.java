package dev.sagashop.inventory.stock;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PlainList;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What guests may know about the stock, and what the staff sees of it. */
@RestController
@RequestMapping("/inventory")
class StockListController {

  private static final int MOST_PRODUCTS = 100;

  private final StockList stock;
  private final Movements movements;

  StockListController(StockList stock, Movements movements) {
    this.stock = stock;
    this.movements = movements;
  }

  /** For everybody. A product that was never counted is left out, and cannot be bought. */
  @GetMapping("/availability")
  List<ProductAvailability> tellAvailability(
      @RequestParam @NotEmpty @Size(max = MOST_PRODUCTS) List<@NotNull @Positive Long> productIds) {
    return stock.of(productIds).stream().map(ProductAvailability::from).toList();
  }

  /** By product number. */
  @GetMapping
  ResponseEntity<List<StockItem>> listStockPlainly(@Valid PageQuery query) {
    return PlainList.of(stock.plain(query));
  }

  @GetMapping("/stock")
  Page<StockItem> listStock(@Valid StockFilter filter, @Valid PageQuery query) {
    return stock.page(filter, query);
  }

  @GetMapping("/stock/{productId}")
  StockItem showStock(@PathVariable @Positive long productId) {
    return stock.one(productId);
  }

  @GetMapping("/movements")
  Page<Movement> listMovements(@Valid MovementFilter filter, @Valid PageQuery query) {
    return movements.page(filter, query);
  }

  record ProductAvailability(long productId, Availability availability) {

    static ProductAvailability from(StockItem item) {
      return new ProductAvailability(item.productId(), item.availability());
    }
  }
}
