package dev.sagashop.catalog.product;

import static java.util.stream.Collectors.joining;

import dev.sagashop.catalog.category.Categories;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the ids of products. However many products there are, a page costs a few reads of an index:
 * the products of one status, or of one status in one category, stand in an index in each order, so
 * each of these lists is begun and the first of all are taken.
 */
@Component
class ProductSearch {

  private static final SortKey CREATED = SortKey.time("createdAt", "p.created_at");
  private static final SortKey NAME = SortKey.text("name", "p.name");
  private static final SortKey PRICE = SortKey.number("price", "p.price");
  private static final SortKey RELEVANCE = SortKey.number("relevance", "p.relevance");

  private static final Sorts BROWSING =
      Sorts.of("p.id", CREATED, NAME, PRICE).byDefault("-createdAt");
  private static final Sorts MATCHING =
      Sorts.of("p.id", RELEVANCE, CREATED, NAME, PRICE).byDefault("-relevance");
  private static final Sorts OLDEST_FIRST = Sorts.of("p.id", CREATED, NAME, PRICE);

  /**
   * By relevance only so many of the newest matches are compared: the rank of a match is known only
   * when the product is read, and a common word has a million matches.
   */
  private static final int RANKED = 1000;

  private final JdbcClient jdbc;
  private final Categories categories;

  ProductSearch(JdbcClient jdbc, Categories categories) {
    this.jdbc = jdbc;
    this.categories = categories;
  }

  record Statement(String sql, Map<String, Object> params) {}

  /**
   * @param statuses that the caller may see
   */
  Page<Long> find(ProductFilter filter, Set<ProductStatus> statuses, PageQuery query) {
    PageRequest page = page(filter, query);
    if (statuses.isEmpty()) {
      return page.of(List.of());
    }
    return read(statement(filter, statuses, page), page);
  }

  /** The same without an envelope: of all statuses, oldest first unless the client says else. */
  Page<Long> plain(ProductFilter filter, PageQuery query) {
    PageRequest page = OLDEST_FIRST.plain(query);
    return read(statement(filter, filter.statuses(), page), page);
  }

  static PageRequest page(ProductFilter filter, PageQuery query) {
    return (filter.text() == null ? BROWSING : MATCHING).page(query);
  }

  /**
   * @param statuses at least one
   */
  Statement statement(ProductFilter filter, Set<ProductStatus> statuses, PageRequest page) {
    boolean ranked = page.keys().startsWith(RELEVANCE.column());
    Where begin = ranked ? new Where() : page.where();
    filter.addTo(begin);
    Long categoryId = filter.categoryId();
    if (categoryId != null) {
      begin.and(
          "p.category_id = c.id",
          "categories",
          categories.withAllBelow(categoryId).toArray(Long[]::new));
    }
    var lists = new Lists(statuses, categoryId != null);
    SearchText text = filter.text();
    return ranked && text != null
        ? byRelevance(lists, begin, text, page)
        : inOrder(lists, begin, page);
  }

  private static Statement inOrder(Lists lists, Where begin, PageRequest page) {
    return new Statement(
        lists.merged("select p.id, " + page.keys(), "", begin, page.orderAndLimit()),
        begin.params());
  }

  private static Statement byRelevance(
      Lists lists, Where begin, SearchText text, PageRequest page) {
    String newest =
        lists.merged(
            "select p.*, round(ts_rank(p.search, %s)::numeric, 6) as relevance"
                .formatted(text.query()),
            ", p.search",
            begin,
            " order by p.created_at desc, p.id desc limit " + RANKED);
    Where after = page.where();
    after.params().forEach(begin::param);
    return new Statement(
        "select p.id, %s from (%s) p%s%s"
            .formatted(page.keys(), newest, after.sql(), page.orderAndLimit()),
        begin.params());
  }

  /** The lists that stand in an index each: of one status, or of one status in one category. */
  private record Lists(Set<ProductStatus> statuses, boolean byCategory) {

    String merged(String select, String further, Where begin, String orderAndLimit) {
      String begun =
          statuses.stream()
              .map(status -> begun(status, further, begin.sql(), orderAndLimit))
              .collect(joining("\nunion all\n"));
      return "%s from (\n%s\n) p%s".formatted(select, begun, orderAndLimit);
    }

    /** The status is written out, so that the planner knows how many products have it. */
    private String begun(ProductStatus status, String further, String where, String orderAndLimit) {
      String columns = "p.id, p.name, p.price, p.created_at" + further;
      String first =
          "select %s from products p%sp.status = '%s'%s"
              .formatted(
                  columns, where.isBlank() ? " where " : where + "and ", status, orderAndLimit);
      return byCategory
          ? "select p.* from unnest(:categories) c (id) cross join lateral (%s) p".formatted(first)
          : "(%s)".formatted(first);
    }
  }

  private Page<Long> read(Statement statement, PageRequest page) {
    return page.of(
        jdbc.sql(statement.sql())
            .params(statement.params())
            .query((row, _) -> page.row(row, row.getLong("page_id")))
            .list());
  }
}
