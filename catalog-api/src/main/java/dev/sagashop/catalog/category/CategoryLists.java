package dev.sagashop.catalog.category;

import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import dev.sagashop.platform.web.paging.PageRequest;
import dev.sagashop.platform.web.paging.SortKey;
import dev.sagashop.platform.web.paging.Sorts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The top of the tree, in pages. */
@Component
class CategoryLists {

  private static final Sorts SORTS =
      Sorts.of("c.id", SortKey.whole("id", "c.id"), SortKey.text("name", "c.name"));

  private final JdbcClient jdbc;

  CategoryLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<Long> top(PageQuery query) {
    PageRequest page = SORTS.plain(query);
    var where = page.where().and("c.parent_id is null");
    return page.of(
        jdbc.sql(
                "select " + page.keys() + " from categories c" + where.sql() + page.orderAndLimit())
            .params(where.params())
            .query((row, _) -> page.row(row, row.getLong("page_id")))
            .list());
  }
}
