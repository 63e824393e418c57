package dev.sagashop.order.attention;

import dev.sagashop.activities.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what orders and refunds say about their sagas. */
@Repository
class SagaRows {

  /** More refusals than this would be no work for people any more. */
  static final int MOST_REFUSED = 1000;

  private static final String ORDERS =
      """
      select 'CHECKOUT' as kind, id, id as order_id, updated_at as since,
             status in ('CREATED', 'PLACED', 'PAYMENT_PENDING') as open,
             paid_at is not null as settled,
             null::integer as refused_attempt, null as refusal
      from orders
      """;

  private static final String REFUNDS =
      """
      select 'REFUND' as kind, id, order_id, updated_at as since,
             status in ('REQUESTED', 'FAILED') as open,
             status = 'SUCCEEDED' as settled,
             case status when 'FAILED' then attempt end as refused_attempt, reason as refusal
      from refunds
      """;

  private final JdbcClient jdbc;

  SagaRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Refused refunds, the oldest first. */
  List<SagaRow> refused() {
    return jdbc.sql(REFUNDS + "where status = 'FAILED' order by updated_at, id limit :most")
        .param("most", MOST_REFUSED)
        .query((row, _) -> row(row))
        .list();
  }

  /** Rows that have asked for a running workflow for longer than the patience, oldest first. */
  List<SagaRow> overdue(Duration patience, int most) {
    return jdbc.sql(
            """
            select * from (
              (%s where status in ('CREATED', 'PLACED', 'PAYMENT_PENDING'))
              union all
              (%s where status = 'REQUESTED')) as sagas
            where since < now() - cast(:patience as double precision) * interval '1 second'
            order by since, kind, id limit :most
            """
                .formatted(ORDERS, REFUNDS))
        .param("patience", patience.toMillis() / 1000.0)
        .param("most", most)
        .query((row, _) -> row(row))
        .list();
  }

  /** The rows of these sagas as they are now; those that do not exist are missing. */
  Map<SagaId, SagaRow> find(Collection<SagaId> ids) {
    List<SagaRow> rows = new ArrayList<>();
    rows.addAll(find(ORDERS, SagaId.Kind.CHECKOUT, ids));
    rows.addAll(find(REFUNDS, SagaId.Kind.REFUND, ids));
    Map<SagaId, SagaRow> found = new HashMap<>();
    rows.forEach(row -> found.put(row.id(), row));
    return found;
  }

  private List<SagaRow> find(String select, SagaId.Kind kind, Collection<SagaId> ids) {
    List<Long> numbers = ids.stream().filter(id -> id.kind() == kind).map(SagaId::number).toList();
    return numbers.isEmpty()
        ? List.of()
        : jdbc.sql(select + "where id = any(:ids)")
            .param("ids", numbers.toArray(Long[]::new))
            .query((row, _) -> row(row))
            .list();
  }

  private static SagaRow row(ResultSet row) throws SQLException {
    int attempt = row.getInt("refused_attempt");
    boolean refused = !row.wasNull();
    return new SagaRow(
        new SagaId(SagaId.Kind.valueOf(row.getString("kind")), row.getLong("id")),
        new OrderId(row.getLong("order_id")),
        row.getBoolean("open"),
        row.getBoolean("settled"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        refused ? attempt : null,
        refused ? row.getString("refusal") : null);
  }
}
