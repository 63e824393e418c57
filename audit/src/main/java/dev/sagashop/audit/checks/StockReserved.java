package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;

/** What is reserved is what open reservations hold of a SKU. */
final class StockReserved implements Check {
  private static final String ROWS = "select count(*) from stock";

  private static final String OFFENDERS =
      """
      with held as (
        select sku, sum(quantity) as units
        from reservation_items join reservations using (order_id)
        where status = 'RESERVED'
        group by sku)
      select sku,
             format('reserved %s, the sum of its open reservations', coalesce(held.units, 0)),
             format('reserved %s', coalesce(stock.reserved::text, 'unknown'))
      from stock full join held using (sku)
      where stock.reserved is distinct from coalesce(held.units, 0)
      order by sku
      """;

  @Override
  public String name() {
    return "stock-reserved";
  }

  @Override
  public Findings findings(Look look) {
    return Findings.within(look.at(Database.INVENTORY), ROWS, OFFENDERS);
  }
}
