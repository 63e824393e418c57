package dev.sagashop.catalog.product;

import dev.sagashop.catalog.category.Categories;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import dev.sagashop.platform.web.paging.Where;
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
  private static final int RANKED = 2000;

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

  Statement statement(ProductFilter filter, Set<ProductStatus> statuses, PageRequest page) {
    boolean ranked = page.keys().startsWith(RELEVANCE.column());
    Where begin = ranked ? new Where() : page.where();
    begin.and("p.status = s.status", "statuses", names(statuses));
    String lists = "unnest(:statuses) s (status)";
    Long categoryId = filter.categoryId();
    if (categoryId != null) {
      lists += " cross join unnest(:categories) c (id)";
      begin.and(
          "p.category_id = c.id",
          "categories",
          categories.withAllBelow(categoryId).toArray(Long[]::new));
    }
    filter.addTo(begin);
    SearchText text = filter.text();
    return ranked && text != null
        ? byRelevance(lists, begin, text, page)
        : inOrder(lists, begin, page);
  }

  private static Statement inOrder(String lists, Where begin, PageRequest page) {
    return new Statement(
        merged("select p.id, " + page.keys(), lists, "", begin, page.orderAndLimit()),
        begin.params());
  }

  private static Statement byRelevance(
      String lists, Where begin, SearchText text, PageRequest page) {
    String newest =
        merged(
            "select p.*, round(ts_rank(p.search, %s)::numeric, 6) as relevance"
                .formatted(text.query()),
            lists,
            ", p.search",
            begin,
            " order by p.created_at desc, p.id desc limit " + RANKED);
    Where after = page.where();
    after.params().forEach(begin::param);
    return new Statement(
        "select p.id, "
            + page.keys()
            + " from ("
            + newest
            + ") p"
            + after.sql()
            + page.orderAndLimit(),
        begin.params());
  }

  private static String merged(
      String select, String lists, String further, Where begin, String orderAndLimit) {
    return """
    %s
    from %s
    cross join lateral (
      select p.id, p.name, p.price, p.created_at%s from products p%s%s
    ) p%s
    """
        .formatted(select, lists, further, begin.sql(), orderAndLimit, orderAndLimit);
  }

  private Page<Long> read(Statement statement, PageRequest page) {
    return page.of(
        jdbc.sql(statement.sql())
            .params(statement.params())
            .query((row, _) -> page.row(row, row.getLong("page_id")))
            .list());
  }

  private static String[] names(Set<ProductStatus> statuses) {
    return statuses.stream().map(ProductStatus::name).sorted().toArray(String[]::new);
  }
}
