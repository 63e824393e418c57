package dev.sagashop.payment.simulator;

import dev.sagashop.activities.Money;
import dev.sagashop.payment.provider.ProviderCharge;
import dev.sagashop.payment.provider.ProviderRefund;
import dev.sagashop.payment.simulator.JournalEntry.Kind;
import dev.sagashop.payment.simulator.JournalEntry.Outcome;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The memory of the simulated provider: one entry for each key, written once. It outlives a restart
 * and knows nothing of our books.
 */
@Repository
class SimulatorJournal {

  /** What the journal adds up to. */
  record Totals(BigDecimal captured, BigDecimal refunded, long charges, long refunds) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  SimulatorJournal(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  Optional<JournalEntry> find(String key) {
    return jdbc.sql("select * from simulated_provider_journal where idempotency_key = :key")
        .param("key", key)
        .query(SimulatorJournal::read)
        .optional();
  }

  List<JournalEntry> ofOrder(long orderId) {
    return jdbc.sql(
            "select * from simulated_provider_journal where order_id = :orderId order by at")
        .param("orderId", orderId)
        .query(SimulatorJournal::read)
        .list();
  }

  /** Decides about a charge, unless its key is decided: then that decision is given. */
  JournalEntry decide(ProviderCharge charge, Outcome outcome, @Nullable String reason) {
    return write(charge.key(), Kind.CHARGE, charge, charge.amount(), outcome, reason);
  }

  /** Decides about a refund likewise. What exceeds the charge is refused. */
  JournalEntry decide(ProviderRefund refund, @Nullable String refusal) {
    return transaction.execute(
        _ -> {
          Optional<String> obstacle = Optional.ofNullable(refusal).or(() -> obstacle(refund));
          return write(
              refund.key(),
              Kind.REFUND,
              refund.charge(),
              refund.amount(),
              obstacle.isPresent() ? Outcome.REFUSED : Outcome.SUCCEEDED,
              obstacle.orElse(null));
        });
  }

  private Optional<String> obstacle(ProviderRefund refund) {
    Optional<BigDecimal> captured =
        jdbc.sql(
                """
                select amount from simulated_provider_journal
                where idempotency_key = :key and outcome = 'SUCCEEDED'
                for update
                """)
            .param("key", refund.charge().key())
            .query(BigDecimal.class)
            .optional();
    if (captured.isEmpty()) {
      return Optional.of("There is no successful charge under " + refund.charge().key());
    }
    BigDecimal others = refundedOthers(refund);
    return others.add(refund.amount().amount()).compareTo(captured.get()) > 0
        ? Optional.of(
            "Refunds would add up to more than the charge of " + captured.get().toPlainString())
        : Optional.empty();
  }

  private BigDecimal refundedOthers(ProviderRefund refund) {
    return jdbc.sql(
            """
            select coalesce(sum(amount), 0) from simulated_provider_journal
            where charge_key = :chargeKey and kind = 'REFUND' and outcome = 'SUCCEEDED'
              and idempotency_key <> :key
            """)
        .param("chargeKey", refund.charge().key())
        .param("key", refund.key())
        .query(BigDecimal.class)
        .single();
  }

  Totals totals() {
    return jdbc.sql(
            """
            select coalesce(sum(amount) filter (where kind = 'CHARGE'), 0) as captured,
                   coalesce(sum(amount) filter (where kind = 'REFUND'), 0) as refunded,
                   count(*) filter (where kind = 'CHARGE') as charges,
                   count(*) filter (where kind = 'REFUND') as refunds
            from simulated_provider_journal where outcome = 'SUCCEEDED'
            """)
        .query(
            (row, _) ->
                new Totals(
                    row.getBigDecimal("captured"),
                    row.getBigDecimal("refunded"),
                    row.getLong("charges"),
                    row.getLong("refunds")))
        .single();
  }

  private JournalEntry write(
      String key,
      Kind kind,
      ProviderCharge charge,
      Money amount,
      Outcome outcome,
      @Nullable String reason) {
    jdbc.sql(
            """
            insert into simulated_provider_journal
              (idempotency_key, kind, charge_key, order_id, amount, currency, outcome, reference, reason)
            values
              (:key, :kind, :chargeKey, :orderId, :amount, :currency, :outcome, :reference, :reason)
            on conflict (idempotency_key) do nothing
            """)
        .param("key", key)
        .param("kind", kind.name())
        .param("chargeKey", charge.key())
        .param("orderId", charge.orderId().value())
        .param("amount", amount.amount())
        .param("currency", amount.currency())
        .param("outcome", outcome.name())
        .param("reference", "sim_" + UUID.randomUUID())
        .param("reason", reason)
        .update();
    return find(key).orElseThrow();
  }

  private static JournalEntry read(ResultSet row, int number) throws SQLException {
    return new JournalEntry(
        row.getString("idempotency_key"),
        Kind.valueOf(row.getString("kind")),
        row.getString("charge_key"),
        row.getLong("order_id"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("reference"),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
