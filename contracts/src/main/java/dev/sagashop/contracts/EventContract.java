package dev.sagashop.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Which topics there are, and what a record on each of them looks like. */
public final class EventContract {

  private static final EventContract CURRENT = new EventContract(ContractFiles.read("contracts"));

  private final Map<String, EventKind> kinds;
  private final Map<String, RecordRules> rules;

  EventContract(Map<String, EventKind> kinds) {
    this.kinds = kinds;
    this.rules = RecordRules.of(kinds);
  }

  /** Version 1, as docs/contracts describe it. */
  public static EventContract current() {
    return CURRENT;
  }

  public Set<String> topics() {
    return kinds.keySet();
  }

  /** Topics and what is told on them. */
  Map<String, EventKind> kinds() {
    return kinds;
  }

  EventKind kind(String topic) {
    EventKind kind = kinds.get(topic);
    if (kind == null) {
      throw unknown(topic);
    }
    return kind;
  }

  /** The service that writes a topic. */
  public String producer(String topic) {
    return kind(topic).producer();
  }

  /**
   * Checks an event before it has the headers of a delivery.
   *
   * @throws ContractViolation that tells everything that is wrong
   */
  public void checkEvent(String topic, String key, String typeId, String payload) {
    RecordRules rule = ruleOf(topic);
    List<String> problems = new ArrayList<>();
    if (!rule.typeId().equals(typeId)) {
      problems.add("__TypeId__ is '%s', expected '%s'".formatted(typeId, rule.typeId()));
    }
    problems.addAll(problemsOfValue(rule, key, payload));
    throwIfAny(topic, key, payload, problems);
  }

  /**
   * Checks a record as a consumer reads it.
   *
   * @param headers decoded as UTF-8
   * @throws ContractViolation that tells everything that is wrong
   */
  public void checkRecord(
      String topic, @Nullable String key, String value, Map<String, String> headers) {
    RecordRules rule = ruleOf(topic);
    List<String> problems = new ArrayList<>(rule.problemsOfHeaders(headers));
    if (key == null) {
      problems.add("the record has no key, expected the number of the order");
    } else {
      problems.addAll(problemsOfValue(rule, key, value));
    }
    throwIfAny(topic, key, value, problems);
  }

  private RecordRules ruleOf(String topic) {
    RecordRules rule = rules.get(topic);
    if (rule == null) {
      throw unknown(topic);
    }
    return rule;
  }

  private static List<String> problemsOfValue(RecordRules rule, String key, String value) {
    JsonNode json;
    try {
      json = ContractFiles.JSON.readTree(value);
    } catch (JacksonException error) {
      return List.of("the value is no JSON: " + error.getOriginalMessage());
    }
    return rule.problemsOfValue(key, json);
  }

  private static void throwIfAny(
      String topic, @Nullable String key, String value, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new ContractViolation(
          "Event on %s with key %s breaks the contract: %s. Its value is %s"
              .formatted(topic, key, String.join("; ", problems), value));
    }
  }

  private ContractViolation unknown(String topic) {
    return new ContractViolation(
        "Topic %s is not in docs/contracts/asyncapi.yaml, expected one of %s"
            .formatted(topic, topics()));
  }
}
