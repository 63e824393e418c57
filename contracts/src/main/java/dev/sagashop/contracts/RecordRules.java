package dev.sagashop.contracts;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The schemas of one topic, compiled, and what a schema cannot say. */
final class RecordRules {

  /** Amounts are numbers like 84.97 or 10.00. */
  private static final int DECIMALS = 2;

  private final EventKind kind;
  private final Schema key;
  private final Schema headers;
  private final Schema payload;

  private RecordRules(EventKind kind, SchemaRegistry schemas) {
    this.kind = kind;
    this.key = schemas.getSchema(kind.key());
    this.headers = schemas.getSchema(kind.headers());
    this.payload = schemas.getSchema(kind.payload());
  }

  static Map<String, RecordRules> of(Map<String, EventKind> kinds) {
    SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Map<String, RecordRules> rules = new TreeMap<>();
    kinds.forEach((topic, kind) -> rules.put(topic, new RecordRules(kind, schemas)));
    return rules;
  }

  String typeId() {
    return kind.typeId();
  }

  List<String> problemsOfHeaders(Map<String, String> actual) {
    ObjectNode object = ContractFiles.JSON.createObjectNode();
    actual.forEach(object::put);
    return problems("header", headers, object);
  }

  List<String> problemsOfValue(String actualKey, JsonNode value) {
    List<String> problems = new ArrayList<>(problems("key", key, StringNode.valueOf(actualKey)));
    problems.addAll(problems("value", payload, value));
    if (!value.path("orderId").asString("").equals(actualKey)) {
      problems.add(
          "orderId is %s, expected that of the key, %s"
              .formatted(value.path("orderId"), actualKey));
    }
    for (Map.Entry<String, JsonNode> property : kind.payload().path("properties").properties()) {
      JsonNode amount = value.path(property.getKey());
      if (property.getValue().path("type").asString("").equals("number")
          && amount.isNumber()
          && amount.decimalValue().scale() != DECIMALS) {
        problems.add(
            "%s is %s, expected %d decimals".formatted(property.getKey(), amount, DECIMALS));
      }
    }
    return problems;
  }

  private static List<String> problems(String part, Schema schema, JsonNode actual) {
    return schema
        .validate(
            actual,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> part + " " + error)
        .toList();
  }
}
