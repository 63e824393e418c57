/**
 * Lists in pages, by keyset: a page begins after the last row of the page before, found through an
 * index, so that the millionth row costs what the first one does and no row is lost or shown twice
 * while others are written.
 *
 * <pre>{@code
 * private static final Sorts SORTS =
 *     Sorts.of("o.id", SortKey.time("createdAt", "o.created_at"), SortKey.number("total", "o.total")).byDefault("-createdAt");
 *
 * Page<Row> list(Filter filter, PageQuery query) {
 *   PageRequest page = SORTS.page(query);
 *   Where where = page.where().and("o.status = :status", "status", filter.status());
 *   return page.of(
 *       jdbc.sql("select o.*, " + page.keys() + " from orders o" + where.sql() + page.orderAndLimit())
 *           .params(where.params())
 *           .query((row, _) -> page.row(row, map(row)))
 *           .list());
 * }
 * }</pre>
 *
 * Every order of a list needs an index on (column, id), with the columns that are filtered by
 * equality in front.
 */
@NullMarked
package dev.sagashop.platform.web.paging;

import org.jspecify.annotations.NullMarked;
