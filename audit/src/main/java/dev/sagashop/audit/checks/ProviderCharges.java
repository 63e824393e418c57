package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.audit.sources.JournalEntry;
import dev.sagashop.audit.sources.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider charged exactly what we booked as captured: one success for each payment
 * that is {@code COMPLETED} or {@code REFUNDED}, of the same amount, and none for any other. Of one
 * that is {@code PENDING} the outcome is open; its workflow asks again: {@link OrderOwned}.
 */
final class ProviderCharges implements Check {
  private static final String PAYMENTS =
      "select order_id, status, amount, updated_at <= :settled as settled from payments";

  private record Payment(long orderId, String status, BigDecimal amount, boolean settled) {

    boolean isCaptured() {
      return status.equals("COMPLETED") || status.equals("REFUNDED");
    }
  }

  @Override
  public String name() {
    return "provider-charges";
  }

  @Override
  public Findings findings(Look look) {
    Map<Long, Payment> payments = new HashMap<>();
    look.at(Database.PAYMENT)
        .rows(
            PAYMENTS,
            row ->
                new Payment(
                    row.getLong("order_id"),
                    row.getString("status"),
                    row.getBigDecimal("amount"),
                    row.getBoolean("settled")))
        .forEach(payment -> payments.put(payment.orderId(), payment));
    Map<Long, List<JournalEntry>> charges = new TreeMap<>();
    payments.keySet().forEach(orderId -> charges.put(orderId, new ArrayList<>()));
    look.journal().stream()
        .filter(entry -> entry.isCharge() && entry.movedMoney())
        .forEach(
            entry -> charges.computeIfAbsent(entry.orderId(), _ -> new ArrayList<>()).add(entry));
    long rows = 0;
    List<Drift> drifts = new ArrayList<>();
    for (Map.Entry<Long, List<JournalEntry>> each : charges.entrySet()) {
      Payment payment = payments.get(each.getKey());
      boolean settled =
          (payment == null || payment.settled())
              && each.getValue().stream().allMatch(entry -> look.isSettled(entry.at()));
      if (settled) {
        rows++;
        judge(each.getKey(), payment, each.getValue(), drifts);
      }
    }
    return Findings.of(rows, drifts);
  }

  private static void judge(
      long orderId, @Nullable Payment payment, List<JournalEntry> charges, List<Drift> drifts) {
    String status = payment == null ? "not there" : payment.status();
    if (charges.size() > 1) {
      drifts.add(
          new Drift(
              "order " + orderId,
              "one charge at the provider",
              "%d charges: %s".formatted(charges.size(), ProviderMoney.list(charges))));
    } else if (payment != null && payment.isCaptured()) {
      if (charges.isEmpty() || charges.getFirst().amount().compareTo(payment.amount()) != 0) {
        drifts.add(
            new Drift(
                "order " + orderId,
                "a charge of %s at the provider, because its payment is %s"
                    .formatted(payment.amount(), status),
                charges.isEmpty() ? "no charge" : ProviderMoney.list(charges)));
      }
    } else if (!charges.isEmpty() && !status.equals("PENDING")) {
      drifts.add(
          new Drift(
              "order " + orderId,
              "no charge at the provider, because its payment is " + status,
              ProviderMoney.list(charges)));
    }
  }
}
