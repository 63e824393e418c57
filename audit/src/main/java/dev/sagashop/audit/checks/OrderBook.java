package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;

/**
 * An order is what its own rows say: its total is the sum of its lines, its status the last one of
 * its timeline, and its partial refunds give back no more than was bought.
 */
final class OrderBook implements Check {
  private static final String ROWS = "select count(*) from orders";

  private static final String OFFENDERS =
      """
      with sums as (select order_id, sum(price * quantity) as total from order_items group by order_id),
      told as (
        select distinct on (order_id) order_id, to_status as status from order_timeline
        where from_status is distinct from to_status order by order_id, id desc),
      bought as (
        select order_id, product_id, sum(quantity) as units from order_items
        group by order_id, product_id),
      returned as (
        select order_id, product_id, sum(quantity) as units
        from refund_lines l join refunds r on r.id = l.refund_id
        group by order_id, product_id),
      asked as (
        select order_id, sum(amount) as amount from refunds
        where kind in ('LINES', 'AMOUNT', 'GOODWILL') group by order_id),
      law as (
        select o.id, format('a total of %s, the sum of its lines', coalesce(s.total, 0)) as expected,
               format('a total of %s', o.total_amount) as found
        from orders o left join sums s on s.order_id = o.id
        where o.total_amount <> coalesce(s.total, 0)
        union all
        select o.id, format('%s, as its timeline says', coalesce(t.status, 'nothing')), o.status
        from orders o left join told t on t.order_id = o.id
        where o.status is distinct from t.status
        union all
        select r.order_id, format('at most %s of product %s', coalesce(b.units, 0), r.product_id),
               format('%s refunded', r.units)
        from returned r left join bought b using (order_id, product_id)
        where r.units > coalesce(b.units, 0)
        union all
        select o.id, format('partial refunds of at most %s', o.total_amount),
               format('refunds of %s', a.amount)
        from asked a join orders o on o.id = a.order_id
        where a.amount > o.total_amount)
      select format('order %s', id), expected, found from law order by id
      """;

  @Override
  public String name() {
    return "order-book";
  }

  @Override
  public Findings findings(Look look) {
    return Findings.within(look.at(Database.ORDER), ROWS, OFFENDERS);
  }
}
