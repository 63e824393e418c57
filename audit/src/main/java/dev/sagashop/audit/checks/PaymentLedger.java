package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;

/**
 * The ledger, which nobody can rewrite, adds up to the payments and refunds as they are: each of
 * them has its key there, with the same amount and the same decision, and no key is without one. A
 * void succeeds exactly if its payment failed.
 */
final class PaymentLedger implements Check {
  private static final String ROWS = "select count(distinct idempotency_key) from ledger";

  private static final String OFFENDERS =
      """
      with told as (
        select idempotency_key as key, kind, order_id,
               coalesce(max(state) filter (where state <> 'PENDING'), 'PENDING') as state,
               count(*) filter (where state <> 'PENDING') as decisions,
               min(amount) as least, max(amount) as amount
        from ledger group by idempotency_key, kind, order_id),
      kept as (
        select 'charge:' || order_id as key, 'order ' || order_id as name, amount,
               case status when 'PENDING' then 'PENDING' when 'FAILED' then 'FAILED'
                    else 'SUCCEEDED' end as state
        from payments
        union all
        select format('refund:%s:%s', refund_id, attempt),
               format('refund %s, attempt %s, of order %s', refund_id, attempt, order_id), amount,
               case state when 'REFUSED' then 'FAILED' else state end
        from refunds)
      select coalesce(kept.name, 'ledger ' || told.key),
             case when told.key is null then 'an entry in the ledger'
                  else format('%s %s by the ledger', told.state, told.amount) end,
             case when kept.key is null then 'no such row' else format('%s %s', kept.state, kept.amount) end
      from kept full join (select * from told where kind <> 'VOID') told using (key)
      where told.key is null or kept.key is null or told.state <> kept.state
         or told.amount <> kept.amount or told.least <> kept.amount or told.decisions > 1
      union all
      select format('order %s', told.order_id),
             format('a payment that fits its void, which is %s', told.state),
             coalesce(p.status, 'no payment')
      from told left join payments p using (order_id)
      where told.kind = 'VOID'
        and (p.order_id is null or not case told.state
          when 'PENDING' then p.status = 'PENDING'
          when 'SUCCEEDED' then p.status = 'FAILED'
          else p.status in ('COMPLETED', 'REFUNDED') or p.decline_reason is not null end)
      order by 1
      """;

  @Override
  public String name() {
    return "payment-ledger";
  }

  @Override
  public Findings findings(Look look) {
    return Findings.within(look.at(Database.PAYMENT), ROWS, OFFENDERS);
  }
}
