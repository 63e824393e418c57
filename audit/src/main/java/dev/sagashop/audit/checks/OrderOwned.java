package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;
import dev.sagashop.audit.sources.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Nothing is forgotten: every order that is not {@code PAID}, {@code CANCELLED} or {@code
 * DELIVERED}, every refund that is {@code REQUESTED} or {@code FAILED}, and every payment whose
 * outcome is open has a running workflow. An order whose money goes back is owned by the workflow
 * of its refund that is not back yet.
 */
final class OrderOwned implements Check {
  private static final String COUNT =
      """
      select (select count(*) from orders) + (select count(*) from refunds)
      """;

  private static final String OPEN =
      """
      select format('order %s', o.id) as key, 'it is ' || o.status as status,
             case when o.status in ('REFUND_PENDING', 'REFUND_FAILED')
                  then coalesce('refund-' || (
                    select id from refunds r
                    where r.order_id = o.id and r.status <> 'SUCCEEDED'
                    order by r.kind = 'FULL' desc, id limit 1), '')
                  else 'checkout-' || o.id end as workflow
      from orders o
      where o.status not in ('PAID', 'CANCELLED', 'DELIVERED') and o.updated_at <= :settled
      union all
      select format('refund %s of order %s', id, order_id), 'it is ' || status, 'refund-' || id
      from refunds
      where status in ('REQUESTED', 'FAILED') and updated_at <= :settled
      """;

  private static final String UNDECIDED =
      """
      select format('order %s', order_id) as key,
             case origin when 'SAGA' then 'its payment is PENDING'
                  else 'its payment, asked for by an admin, is PENDING' end as status,
             case origin when 'SAGA' then 'checkout-' || order_id else '' end as workflow
      from payments
      where status = 'PENDING' and updated_at <= :settled
      """;

  private record Open(String key, String status, String workflow) {}

  @Override
  public String name() {
    return "order-owned";
  }

  @Override
  public Findings findings(Look look) {
    List<Open> open = new ArrayList<>();
    open.addAll(read(look, Database.ORDER, OPEN));
    open.addAll(read(look, Database.PAYMENT, UNDECIDED));
    Map<String, String> states =
        look.workflowStates(
            open.stream().map(Open::workflow).filter(id -> !id.isEmpty()).distinct().toList());
    List<Drift> drifts = new ArrayList<>();
    for (Open each : open) {
      String state = states.getOrDefault(each.workflow(), Workflows.NONE);
      if (!state.equals(Workflows.RUNNING)) {
        drifts.add(drift(each, state));
      }
    }
    return Findings.of(look.at(Database.ORDER).count(COUNT), drifts);
  }

  private static List<Open> read(Look look, Database database, String sql) {
    return look.at(database)
        .rows(
            sql,
            row ->
                new Open(row.getString("key"), row.getString("status"), row.getString("workflow")));
  }

  private static Drift drift(Open open, String state) {
    if (open.workflow().isEmpty()) {
      return new Drift(
          open.key(), "something that decides it, because " + open.status(), "nothing");
    }
    return new Drift(
        open.key(),
        "%s running, because %s".formatted(open.workflow(), open.status()),
        state.equals(Workflows.NONE) ? "no such workflow" : "it is " + state);
  }
}
