package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PlainList;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists of products. */
@RestController
@RequestMapping("/products")
class ProductListController {

  private final ProductSearch search;
  private final ProductWindow window;

  ProductListController(ProductSearch search, ProductWindow window) {
    this.search = search;
    this.window = window;
  }

  /** An array, of all statuses, as old clients expect; the header Link leads to what follows. */
  @GetMapping
  ResponseEntity<List<ProductResponse>> listProducts(
      @Valid ProductFilter filter, @Valid PageQuery page) {
    Page<Long> ids = search.plain(filter, page);
    return PlainList.of(ids.with(window.existing(ids.items())));
  }

  /** What is for sale; staff sees all statuses. */
  @GetMapping("/search")
  Page<ProductResponse> searchProducts(
      @Valid ProductFilter filter, @Valid PageQuery page, @Nullable CurrentUser caller) {
    Set<ProductStatus> statuses = EnumSet.copyOf(filter.statuses());
    if (caller == null || !(caller.isAdmin() || caller.hasRole("ROLE_SUPPORT"))) {
      statuses.retainAll(EnumSet.of(ProductStatus.ACTIVE));
    }
    Page<Long> ids = search.find(filter, statuses, page);
    return ids.with(window.existing(ids.items()));
  }
}
