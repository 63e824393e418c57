package dev.sagashop.provider;

import dev.sagashop.provider.JournalEntry.Kind;
import dev.sagashop.provider.JournalEntry.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/**
 * One entry for each key, written once, on the disk before anybody hears of it. Decisions are made
 * one after the other in memory; waiting for the disk is done outside of that.
 */
final class Journal implements AutoCloseable {

  private static final String FILE = "journal.jsonl";

  /** What the journal adds up to. */
  record Totals(BigDecimal captured, BigDecimal refunded, long charges, long refunds) {

    private static final Totals NONE = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    private Totals plus(JournalEntry entry) {
      if (entry.moved(Kind.CHARGE)) {
        return new Totals(captured.add(entry.amount()), refunded, charges + 1, refunds);
      }
      return entry.moved(Kind.REFUND)
          ? new Totals(captured, refunded.add(entry.amount()), charges, refunds + 1)
          : this;
    }
  }

  /** An entry with the ticket of its line; 0 when it was there at the start. */
  private record Kept(JournalEntry entry, long ticket) {}

  private final JournalFile file;
  private final Map<String, Kept> byKey = new LinkedHashMap<>();
  private final Map<Long, List<JournalEntry>> byOrder = new HashMap<>();
  private Totals totals = Totals.NONE;

  Journal(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(FILE);
    file = JournalFile.open(path, (number, line) -> remember(path, number, line));
  }

  private synchronized void remember(Path path, long number, byte[] line) {
    JournalEntry entry;
    try {
      entry = Json.entry(line);
    } catch (JacksonException e) {
      throw new BrokenJournal(
          "Line %d of %s is not an entry: mend that line, or delete the file to forget all payments (%s)"
              .formatted(number, path, e.getOriginalMessage()),
          e);
    }
    if (byKey.containsKey(entry.idempotencyKey())) {
      throw new BrokenJournal(
          "Line %d of %s decides about %s again, expected one entry for each key: delete one of them"
              .formatted(number, path, entry.idempotencyKey()));
    }
    index(new Kept(entry, 0));
  }

  Path path() {
    return file.path();
  }

  /** Decides about a charge, unless its key is decided: then that decision is given. */
  JournalEntry charge(Movement charge, Supplier<Optional<String>> decline) {
    return decide(
        charge,
        () ->
            decline
                .get()
                .map(reason -> charge.decided(Outcome.DECLINED, reason))
                .orElseGet(() -> charge.decided(Outcome.SUCCEEDED, null)));
  }

  /** Fences a charge, unless its key is decided. */
  JournalEntry fence(Movement charge) {
    return decide(charge, () -> charge.decided(Outcome.VOIDED, null));
  }

  /** Decides about a refund likewise. What exceeds the charge is refused. */
  JournalEntry refund(Movement refund, Supplier<Optional<String>> refusal) {
    return decide(
        refund,
        () ->
            refusal
                .get()
                .or(() -> obstacle(refund))
                .map(reason -> refund.decided(Outcome.REFUSED, reason))
                .orElseGet(() -> refund.decided(Outcome.SUCCEEDED, null)));
  }

  private JournalEntry decide(Movement movement, Supplier<JournalEntry> decision) {
    Kept kept = kept(movement, decision);
    // Also for a repeat: the first decision may still be on its way to the disk.
    file.await(kept.ticket());
    return kept.entry();
  }

  private synchronized Kept kept(Movement movement, Supplier<JournalEntry> decision) {
    Kept known = byKey.get(movement.key());
    if (known != null) {
      requireSame(movement, known.entry());
      return known;
    }
    JournalEntry entry = decision.get();
    Kept kept = new Kept(entry, file.add(Json.bytes(entry)));
    index(kept);
    return kept;
  }

  private static void requireSame(Movement movement, JournalEntry known) {
    if (!known.decides(movement)) {
      throw Refusal.keyReused(
          "%s was a %s of %s %s for order %d (charge %s), now it is a %s of %s %s for order %d (charge %s): expected the same"
              .formatted(
                  movement.key(),
                  known.kind(),
                  known.amount(),
                  known.currency(),
                  known.orderId(),
                  known.chargeKey(),
                  movement.kind(),
                  movement.amount(),
                  movement.currency(),
                  movement.orderId(),
                  movement.chargeKey()));
    }
  }

  private synchronized void index(Kept kept) {
    JournalEntry entry = kept.entry();
    byKey.put(entry.idempotencyKey(), kept);
    byOrder.computeIfAbsent(entry.orderId(), _ -> new ArrayList<>(2)).add(entry);
    totals = totals.plus(entry);
  }

  private synchronized Optional<String> obstacle(Movement refund) {
    Optional<JournalEntry> charge =
        Optional.ofNullable(byKey.get(refund.chargeKey()))
            .map(Kept::entry)
            .filter(entry -> entry.moved(Kind.CHARGE) && entry.orderId() == refund.orderId());
    if (charge.isEmpty()) {
      return Optional.of("There is no successful charge under " + refund.chargeKey());
    }
    JournalEntry captured = charge.get();
    if (!captured.currency().equals(refund.currency())) {
      return Optional.of(
          "Refund is in %s, the charge in %s".formatted(refund.currency(), captured.currency()));
    }
    BigDecimal refunded =
        byOrder.getOrDefault(refund.orderId(), List.of()).stream()
            .filter(entry -> entry.moved(Kind.REFUND))
            .filter(entry -> entry.chargeKey().equals(refund.chargeKey()))
            .map(JournalEntry::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return refunded.add(refund.amount()).compareTo(captured.amount()) > 0
        ? Optional.of(
            "Refunds would add up to more than the charge of " + captured.amount().toPlainString())
        : Optional.empty();
  }

  /** In the order of their decisions. */
  List<JournalEntry> all() {
    List<JournalEntry> entries;
    synchronized (this) {
      entries = byKey.values().stream().map(Kept::entry).toList();
    }
    file.awaitAll();
    return entries;
  }

  List<JournalEntry> ofOrder(long orderId) {
    List<JournalEntry> entries;
    synchronized (this) {
      entries = List.copyOf(byOrder.getOrDefault(orderId, List.of()));
    }
    file.awaitAll();
    return entries;
  }

  synchronized Totals totals() {
    return totals;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
