package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened is told: no event has failed without being discarded by a person, and none has been
 * waiting for longer than facts take to settle.
 */
final class Outboxes implements Check {
  private static final String ROWS = "select count(*) from outbox_events";

  private static final String OFFENDERS =
      """
      select format('%s of order %s, event %s', topic, aggregate_key, id),
             'PUBLISHED, or discarded by a person',
             status || coalesce(': ' || last_error, '')
      from outbox_events
      where status = 'FAILED' and discarded_at is null
         or status in ('PENDING', 'IN_PROGRESS') and created_at <= :settled
      order by id
      """;

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Findings findings(Look look) {
    long rows = 0;
    List<Drift> drifts = new ArrayList<>();
    for (Database database : Database.values()) {
      Findings found = Findings.within(look.at(database), ROWS, OFFENDERS);
      rows += found.rows();
      drifts.addAll(found.drifts());
    }
    return Findings.of(rows, drifts);
  }
}
