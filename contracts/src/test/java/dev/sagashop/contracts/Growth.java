package dev.sagashop.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares a contract with its released form. Within a version a schema may only gain optional
 * fields: everything else that a schema says stays, except what only people read.
 */
final class Growth {

  private static final Set<String> READ_BY_PEOPLE =
      Set.of("title", "description", "examples", "$comment");

  private final List<String> breaches = new ArrayList<>();

  private Growth() {}

  /** What consumers or producers of the released form could stumble over; empty if nothing. */
  static List<String> breaches(Map<String, EventKind> released, Map<String, EventKind> current) {
    Growth growth = new Growth();
    // Nobody reads a topic that did not exist; a vanished one is missed.
    if (!current.keySet().containsAll(released.keySet())) {
      growth.breach("topics", released.keySet(), current.keySet());
    }
    released.forEach(
        (topic, kind) -> {
          EventKind now = current.get(topic);
          if (now != null) {
            growth.compare(kind, now);
          }
        });
    return growth.breaches;
  }

  private void compare(EventKind released, EventKind current) {
    String topic = released.topic();
    if (!released.typeId().equals(current.typeId())) {
      breach(topic + " alias", released.typeId(), current.typeId());
    }
    compareSchemas(topic + " key", released.key(), current.key());
    compareSchemas(topic + " headers", released.headers(), current.headers());
    compareSchemas(topic + " value", released.payload(), current.payload());
  }

  private void compareSchemas(String place, JsonNode released, JsonNode current) {
    if (!released.isObject() || !current.isObject()) {
      if (!released.equals(current)) {
        breach(place, released, current);
      }
      return;
    }
    Set<String> keywords = new TreeSet<>(released.propertyNames());
    keywords.addAll(current.propertyNames());
    keywords.removeAll(READ_BY_PEOPLE);
    for (String keyword : keywords) {
      compareKeyword(place, keyword, released.path(keyword), current.path(keyword));
    }
  }

  private void compareKeyword(String place, String keyword, JsonNode released, JsonNode current) {
    switch (keyword) {
      case "properties" -> compareProperties(place, released, current);
      case "required" -> compareSets(place + " required fields", texts(released), texts(current));
      case "items" -> compareSchemas(place + " items", released, current);
      default -> {
        if (!released.equals(current)) {
          breach(place + " " + keyword, released, current);
        }
      }
    }
  }

  /** A field that is gained is optional, or the comparison of the required ones finds it. */
  private void compareProperties(String place, JsonNode released, JsonNode current) {
    for (Map.Entry<String, JsonNode> property : released.properties()) {
      JsonNode now =
          Objects.requireNonNullElse(current.get(property.getKey()), MissingNode.getInstance());
      compareSchemas(place + " field " + property.getKey(), property.getValue(), now);
    }
  }

  private void compareSets(String place, Set<String> released, Set<String> current) {
    if (!released.equals(current)) {
      breach(place, released, current);
    }
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private void breach(String place, Object released, Object current) {
    breaches.add("%s: released as %s, now %s".formatted(place, released, current));
  }
}
