package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was committed beside what was told.
 *
 * @param told in the order of its consumer
 * @param claims how often the row of an id was claimed, where that is more than once
 */
record Evidence(List<Fact> facts, List<Told> told, Map<String, Long> claims) {

  Map<String, Fact> factsByText() {
    return facts.stream().collect(Collectors.toMap(Fact::text, Function.identity()));
  }

  /** The promises that were not kept. */
  Set<Check> broken() {
    return violations().keySet();
  }

  private Map<Check, List<String>> violations() {
    var found = new EnumMap<Check, List<String>>(Check.class);
    for (Check check : Check.values()) {
      List<String> violations = check.violations(this);
      if (!violations.isEmpty()) {
        found.put(check, violations);
      }
    }
    return found;
  }

  /** Each check passes, and there was something to check. */
  void assertSound() {
    assertThat(facts).isNotEmpty();
    assertThat(violations()).isEmpty();
  }

  /** How many records told what another record had told before. */
  long copies() {
    return told.size() - told.stream().map(Told::id).distinct().count();
  }

  List<String> texts() {
    return told.stream().map(Told::text).toList();
  }
}
