package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.JournalEntry;
import java.util.List;
import java.util.stream.Collectors;

/** Entries of the provider's journal as people read them. */
final class ProviderMoney {
  private ProviderMoney() {}

  static String list(List<JournalEntry> entries) {
    return entries.stream()
        .map(entry -> "%s of %s".formatted(entry.idempotencyKey(), entry.amount()))
        .collect(Collectors.joining(", "));
  }
}
