package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;

/**
 * A payment says of its refunds what they say themselves: what is back, what is on its way, and
 * that it is {@code REFUNDED} exactly when everything is back.
 */
final class PaymentTotals implements Check {
  private static final String ROWS = "select count(*) from payments";

  private static final String OFFENDERS =
      """
      with asked as (
        select order_id,
               coalesce(sum(amount) filter (where state = 'SUCCEEDED'), 0) as refunded,
               coalesce(sum(amount) filter (where state = 'PENDING'), 0) as pending
        from refunds group by order_id),
      law as (
        select order_id, p.status as found_status,
               p.refunded_amount as found_refunded, p.pending_refund_amount as found_pending,
               coalesce(a.refunded, 0) as refunded, coalesce(a.pending, 0) as pending,
               case when p.amount > 0 and a.refunded = p.amount then 'REFUNDED'
                    when p.amount > 0 and p.status = 'REFUNDED' then 'COMPLETED'
                    when p.status in ('PENDING', 'FAILED') and a.refunded + a.pending > 0
                      then 'COMPLETED'
                    else coalesce(p.status, 'none') end as status
        from payments p full join asked a using (order_id))
      select format('order %s', order_id),
             format('%s refunded, %s pending, %s', refunded, pending, status),
             format('%s refunded, %s pending, %s', coalesce(found_refunded, 0),
                    coalesce(found_pending, 0), coalesce(found_status, 'no payment'))
      from law
      where coalesce(found_refunded, 0) <> refunded
         or coalesce(found_pending, 0) <> pending
         or coalesce(found_status, 'none') <> status
      order by order_id
      """;

  @Override
  public String name() {
    return "payment-totals";
  }

  @Override
  public Findings findings(Look look) {
    return Findings.within(look.at(Database.PAYMENT), ROWS, OFFENDERS);
  }
}
