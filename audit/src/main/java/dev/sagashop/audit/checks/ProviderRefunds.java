package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.JournalEntry;
import dev.sagashop.audit.sources.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The payment provider sent back exactly what we booked as refunded: at most one success for each
 * refund, under the key and with the amount of our attempt that {@code SUCCEEDED}. One that a
 * person settled outside the provider, or of nothing, has none. Of an attempt that is {@code
 * PENDING} the outcome is open.
 */
final class ProviderRefunds implements Check {
  private static final String ATTEMPTS =
      """
      select refund_id, attempt, order_id, amount, state,
             outside_reference is not null or amount = 0 as without_provider,
             coalesce(decided_at, requested_at) <= :settled as settled
      from refunds
      """;

  private record Attempt(
      long refundId,
      int number,
      long orderId,
      BigDecimal amount,
      String state,
      boolean withoutProvider,
      boolean settled) {

    String providerKey() {
      return "refund:%d:%d".formatted(refundId, number);
    }

    boolean isOwedByProvider() {
      return state.equals("SUCCEEDED") && !withoutProvider;
    }
  }

  /** One refund: our attempts, and what the provider sent. */
  private record Refund(String name, List<Attempt> attempts, List<JournalEntry> sent) {
    Refund(String name) {
      this(name, new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public String name() {
    return "provider-refunds";
  }

  @Override
  public Findings findings(Look look) {
    Map<String, Refund> refunds =
        new TreeMap<>(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    look.at(Database.PAYMENT)
        .rows(
            ATTEMPTS,
            row ->
                new Attempt(
                    row.getLong("refund_id"),
                    row.getInt("attempt"),
                    row.getLong("order_id"),
                    row.getBigDecimal("amount"),
                    row.getString("state"),
                    row.getBoolean("without_provider"),
                    row.getBoolean("settled")))
        .forEach(attempt -> of(refunds, "refund:" + attempt.refundId()).attempts().add(attempt));
    look.journal().stream()
        .filter(entry -> entry.isRefund() && entry.movedMoney())
        .forEach(entry -> of(refunds, withoutAttempt(entry.idempotencyKey())).sent().add(entry));
    long rows = 0;
    List<Drift> drifts = new ArrayList<>();
    for (Refund refund : refunds.values()) {
      if (refund.attempts().stream().allMatch(Attempt::settled)
          && refund.sent().stream().allMatch(entry -> look.isSettled(entry.at()))) {
        rows++;
        judge(refund, drifts);
      }
    }
    return Findings.of(rows, drifts);
  }

  private static Refund of(Map<String, Refund> refunds, String name) {
    return refunds.computeIfAbsent(name, Refund::new);
  }

  private static String withoutAttempt(String providerKey) {
    return providerKey.substring(0, Math.max(0, providerKey.lastIndexOf(':')));
  }

  private static void judge(Refund refund, List<Drift> drifts) {
    Map<String, Attempt> open = new HashMap<>();
    refund.attempts().forEach(attempt -> open.put(attempt.providerKey(), attempt));
    if (refund.sent().size() > 1) {
      drifts.add(
          new Drift(
              describe(refund),
              "at most one refund at the provider",
              ProviderMoney.list(refund.sent())));
      return;
    }
    for (JournalEntry entry : refund.sent()) {
      Attempt attempt = open.remove(entry.idempotencyKey());
      if (attempt == null || !explains(attempt, entry)) {
        drifts.add(
            new Drift(
                describe(refund),
                attempt == null ? "an attempt for what the provider sent" : expected(attempt),
                "the provider sent " + ProviderMoney.list(List.of(entry))));
      }
    }
    open.values().stream()
        .filter(Attempt::isOwedByProvider)
        .forEach(
            attempt ->
                drifts.add(
                    new Drift(
                        describe(refund),
                        expected(attempt),
                        "the provider sent nothing under " + attempt.providerKey())));
  }

  private static boolean explains(Attempt attempt, JournalEntry entry) {
    boolean sameAmount = attempt.amount().compareTo(entry.amount()) == 0;
    return sameAmount && (attempt.isOwedByProvider() || mayBeSent(attempt));
  }

  private static boolean mayBeSent(Attempt attempt) {
    return attempt.state().equals("PENDING") || attempt.amount().signum() == 0;
  }

  private static String expected(Attempt attempt) {
    return "%s by the provider, because attempt %d is %s%s"
        .formatted(
            attempt.isOwedByProvider() || mayBeSent(attempt) ? attempt.amount() : "nothing",
            attempt.number(),
            attempt.state(),
            attempt.withoutProvider() ? " without the provider" : "");
  }

  private static String describe(Refund refund) {
    String number = refund.name().replace(':', ' ');
    return refund.attempts().isEmpty()
        ? "%s of order %d".formatted(number, refund.sent().getFirst().orderId())
        : "%s of order %d".formatted(number, refund.attempts().getFirst().orderId());
  }
}
