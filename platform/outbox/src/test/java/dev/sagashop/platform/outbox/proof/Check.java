package dev.sagashop.platform.outbox.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What consumers may rely on. Each check looks at one promise only, and is blind to the others. */
enum Check {
  /** Each fact is told. */
  NOTHING_LOST {
    @Override
    List<String> violations(Evidence evidence) {
      Set<String> texts = evidence.told().stream().map(Told::text).collect(Collectors.toSet());
      return evidence.facts().stream()
          .filter(fact -> !texts.contains(fact.text()))
          .map(fact -> "never told: %s of %s".formatted(fact.number(), fact.aggregate()))
          .toList();
    }
  },

  /**
   * Each record tells a fact, byte for byte and under its key; and a copy has the id of what it
   * copies, or no consumer could see that it is one.
   */
  NOTHING_INVENTED {
    @Override
    List<String> violations(Evidence evidence) {
      Map<String, Fact> facts = evidence.factsByText();
      Map<String, String> idOfText = new HashMap<>();
      Map<String, String> textOfId = new HashMap<>();
      var found = new ArrayList<String>();
      for (Told told : evidence.told()) {
        Fact fact = facts.get(told.text());
        if (fact == null || !fact.aggregate().equals(told.key())) {
          found.add("tells no fact: " + told);
        }
        String firstId = idOfText.putIfAbsent(told.text(), told.id());
        String firstText = textOfId.putIfAbsent(told.id(), told.text());
        if (firstId != null && !firstId.equals(told.id())) {
          found.add("tells again under another id than " + firstId + ": " + told);
        }
        if (firstText != null && !firstText.equals(told.text())) {
          found.add("tells something else under the id of " + firstText + ": " + told);
        }
      }
      return found;
    }
  },

  /**
   * To a consumer that drops what it has seen, the facts of an aggregate appear in the order of
   * their commits. A late copy is therefore harmless; a first copy after a later fact is not.
   */
  ORDER_KEPT {
    @Override
    List<String> violations(Evidence evidence) {
      Map<String, Fact> facts = evidence.factsByText();
      Map<String, Fact> latest = new HashMap<>();
      Map<String, Integer> lanes = new HashMap<>();
      Set<String> seen = new HashSet<>();
      var found = new ArrayList<String>();
      for (Told told : evidence.told()) {
        Fact fact = facts.get(told.text());
        if (fact == null) {
          continue;
        }
        Integer lane = lanes.putIfAbsent(fact.aggregate(), told.lane());
        if (lane != null && lane != told.lane()) {
          found.add("left the partition of its aggregate: " + told);
        }
        if (seen.add(told.id())) {
          Fact before = latest.put(fact.aggregate(), fact);
          if (before != null && before.number() > fact.number()) {
            found.add("first told after %d: %s".formatted(before.number(), told));
          }
        }
      }
      return found;
    }
  },

  /**
   * No record appears more often than its row was claimed. A row is claimed again only after its
   * claim has ended without a mark, so a healthy relay repeats nothing.
   */
  NOTHING_REPEATED_WITHOUT_CAUSE {
    @Override
    List<String> violations(Evidence evidence) {
      var copies =
          evidence.told().stream().collect(Collectors.groupingBy(Told::id, Collectors.counting()));
      return copies.entrySet().stream()
          .filter(copy -> copy.getValue() > evidence.claims().getOrDefault(copy.getKey(), 1L))
          .map(copy -> "id %s appears %d times".formatted(copy.getKey(), copy.getValue()))
          .toList();
    }
  };

  abstract List<String> violations(Evidence evidence);
}
