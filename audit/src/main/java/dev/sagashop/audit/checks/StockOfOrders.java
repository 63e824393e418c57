package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;

/**
 * The movements of an order follow from its reservation. {@code COMMITTED}: what it held was sold,
 * and came back as far as partial refunds returned it. {@code RETURNED}: sold, and all of it came
 * back. Any other: nothing moved.
 */
final class StockOfOrders implements Check {
  private static final String ROWS = "select count(*) from reservations";

  private static final String OFFENDERS =
      """
      with moved as (
        select order_id, sku,
               coalesce(-sum(delta) filter (where kind = 'SOLD'), 0) as sold,
               coalesce(sum(delta) filter (where kind = 'RETURNED'), 0) as returned
        from stock_movements where order_id is not null
        group by order_id, sku),
      given_back as (
        select order_id, sku, sum(quantity) as units from returned_items group by order_id, sku),
      law as (
        select order_id, sku, coalesce(r.status, 'no reservation') as status,
               case when r.status in ('COMMITTED', 'RETURNED') then coalesce(i.quantity, 0)
                    else 0 end as sold,
               case r.status when 'COMMITTED' then coalesce(g.units, 0)
                    when 'RETURNED' then coalesce(i.quantity, 0) else 0 end as returned,
               coalesce(m.sold, 0) as moved_out,
               coalesce(m.returned, 0) as moved_back
        from reservation_items i
        full join moved m using (order_id, sku)
        full join given_back g using (order_id, sku)
        left join reservations r using (order_id))
      select format('order %s, %s', order_id, sku),
             format('%s: %s sold, %s returned', status, sold, returned),
             format('movements: %s sold, %s returned', moved_out, moved_back)
      from law
      where sold <> moved_out or returned <> moved_back
      order by order_id, sku
      """;

  @Override
  public String name() {
    return "stock-of-orders";
  }

  @Override
  public Findings findings(Look look) {
    return Findings.within(look.at(Database.INVENTORY), ROWS, OFFENDERS);
  }
}
