package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a product cost since when. */
@RestController
class PriceController {

  private final PriceHistory history;

  PriceController(PriceHistory history) {
    this.history = history;
  }

  /** Known for deleted products too. */
  @GetMapping("/products/{id}/prices")
  Page<PriceHistory.Price> listPrices(@PathVariable long id, @Valid PageQuery page) {
    if (!history.knows(id)) {
      throw new ProductNotFoundException(id);
    }
    return history.of(id, page);
  }
}
