package dev.sagashop.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads an AsyncAPI document and its schemas from a folder of the class path. */
final class ContractFiles {

  static final String DOCUMENT = "asyncapi.yaml";

  /** Keeps the decimals of a number as they are written. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final YAMLMapper YAML = new YAMLMapper();

  private final String folder;
  private final JsonNode document;

  private ContractFiles(String folder) {
    this.folder = folder;
    this.document = document(folder);
  }

  static JsonNode document(String folder) {
    return tree(YAML, folder + "/" + DOCUMENT);
  }

  static JsonNode schema(String file) {
    return tree(JSON, file);
  }

  static Map<String, EventKind> read(String folder) {
    return new ContractFiles(folder).kinds();
  }

  private Map<String, EventKind> kinds() {
    Map<String, EventKind> kinds = new TreeMap<>();
    for (JsonNode channel : document.path("channels")) {
      EventKind kind = kind(channel);
      kinds.put(kind.topic(), kind);
    }
    return kinds;
  }

  private EventKind kind(JsonNode channel) {
    String topic = channel.path("address").asString();
    JsonNode messages = channel.path("messages");
    if (messages.size() != 1) {
      throw new IllegalStateException(
          "channel %s has %d messages, expected one".formatted(topic, messages.size()));
    }
    JsonNode written = resolve(messages.iterator().next());
    ObjectNode message = JSON.createObjectNode();
    for (JsonNode trait : written.path("traits")) {
      merge(message, resolve(trait));
    }
    merge(message, written);
    JsonNode headers = message.path("headers");
    return new EventKind(
        topic,
        headers.at("/properties/__TypeId__/const").asString(),
        channel.path("x-producer").asString(),
        message.at("/bindings/kafka/key"),
        headers,
        schema(folder + "/" + message.at("/payload/schema/$ref").asString().replace("./", "")));
  }

  private JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : resolve(document.at(reference.substring(1)));
  }

  /** As AsyncAPI applies traits: what is written later wins, objects are merged. */
  private static void merge(ObjectNode into, JsonNode from) {
    for (Map.Entry<String, JsonNode> each : from.properties()) {
      if (each.getValue().isObject()) {
        merge(into.withObjectProperty(each.getKey()), each.getValue());
      } else {
        into.set(each.getKey(), each.getValue());
      }
    }
  }

  private static JsonNode tree(ObjectMapper mapper, String file) {
    try (InputStream in = ContractFiles.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "%s is not on the class path, expected the build to copy it from docs/contracts"
                .formatted(file));
      }
      return mapper.readTree(in);
    } catch (IOException error) {
      throw new UncheckedIOException("cannot read " + file, error);
    }
  }
}
