package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;

/** What is on hand is what has come in and gone out: the sum of the movements of a SKU. */
final class StockOnHand implements Check {
  private static final String ROWS = "select count(*) from stock";

  private static final String OFFENDERS =
      """
      with moved as (select sku, sum(delta) as units from stock_movements group by sku)
      select sku,
             format('on hand %s, the sum of its movements', coalesce(moved.units, 0)),
             format('on hand %s', coalesce(stock.on_hand::text, 'unknown'))
      from stock full join moved using (sku)
      where stock.on_hand is distinct from coalesce(moved.units, 0)
      order by sku
      """;

  @Override
  public String name() {
    return "stock-on-hand";
  }

  @Override
  public Findings findings(Look look) {
    return Findings.within(look.at(Database.INVENTORY), ROWS, OFFENDERS);
  }
}
