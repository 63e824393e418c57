package dev.sagashop.catalog.product;

import static java.util.stream.Collectors.toMap;

import dev.sagashop.catalog.category.Categories;
import dev.sagashop.platform.web.CurrentUser;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Products as customers see them and admins edit them.
 *
 * <p>{@code DELETE} removes the row: afterwards the product is unknown to every route, and its
 * category can go too. Orders keep price and title of what they sold, and no id is given twice. The
 * status {@code DELETED} is something else: an admin sets it to withdraw a product that stays
 * listed.
 */
@RestController
@RequestMapping("/products")
class ProductController {

  private final Products products;
  private final Categories categories;
  private final JdbcAggregateOperations aggregates;

  ProductController(Products products, Categories categories, JdbcAggregateOperations aggregates) {
    this.products = products;
    this.categories = categories;
    this.aggregates = aggregates;
  }

  @GetMapping
  List<ProductResponse> all() {
    return products.list().stream().map(ProductResponse::from).toList();
  }

  @GetMapping("/{id}")
  ProductResponse byId(@PathVariable long id) {
    return listed(id);
  }

  /** In the order asked for, each product once. */
  @GetMapping("/batch")
  List<ProductResponse> batch(@RequestParam(required = false) @Nullable List<@Nullable Long> ids) {
    return ids == null
        ? List.of()
        : listed(ids.stream().filter(Objects::nonNull).distinct().toArray(Long[]::new));
  }

  @PostMapping
  @Transactional
  ProductResponse create(@Valid @RequestBody ProductRequest request, CurrentUser caller) {
    categories.require(request.categoryId());
    Product product = Product.of(products.nextId(), request, caller.userId());
    // insert, not save: a row with an id would count as an old one.
    return listed(aggregates.insert(product).id());
  }

  @PutMapping("/{id}")
  @Transactional
  ProductResponse update(@PathVariable long id, @Valid @RequestBody ProductRequest request) {
    Product product = products.findAndLock(id).orElseThrow(() -> new ProductNotFoundException(id));
    categories.require(request.categoryId());
    return listed(products.save(product.changedBy(request)).id());
  }

  /** Deleting what is absent succeeds: the caller gets the state that was asked for. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    products.remove(id);
  }

  private ProductResponse listed(long id) {
    return listed(new Long[] {id}).getFirst();
  }

  private List<ProductResponse> listed(Long[] ids) {
    Map<Long, ListedProduct> found =
        products.listByIds(ids).stream()
            .collect(toMap(listed -> listed.product().id(), Function.identity()));
    return Arrays.stream(ids)
        .map(
            id -> {
              ListedProduct listed = found.get(id);
              if (listed == null) {
                throw new ProductNotFoundException(id);
              }
              return ProductResponse.from(listed);
            })
        .toList();
  }
}
