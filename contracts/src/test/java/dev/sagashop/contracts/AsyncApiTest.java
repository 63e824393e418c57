package dev.sagashop.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document that consumer teams read is valid, complete, and says what the services do. */
class AsyncApiTest {

  private static final Path CONTRACTS = Path.of("../docs/contracts");
  private static final int TOPICS = 10;

  private final JsonNode document = ContractFiles.document("contracts");
  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void isAnAsyncApiDocument() {
    // The schema that the makers of AsyncAPI publish under the Apache License 2.0, unchanged.
    Schema asyncApi = schemas.getSchema(ContractFiles.schema("asyncapi-3.0.0.json"));

    assertThat(asyncApi.validate(document)).isEmpty();
  }

  @Test
  void wouldNotBeOneWithoutItsTitle() {
    Schema asyncApi = schemas.getSchema(ContractFiles.schema("asyncapi-3.0.0.json"));
    JsonNode untitled = document.deepCopy();
    ((ObjectNode) untitled.path("info")).remove("title");

    assertThat(asyncApi.validate(untitled)).isNotEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = new ArrayList<>();
    collectReferences(document, references);

    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            reference -> {
              if (reference.startsWith("#/")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as("%s is missing", reference)
                    .isFalse();
              } else {
                assertThat(CONTRACTS.resolve(reference)).isRegularFile();
              }
            });
  }

  @Test
  void hasTenChannelsEachWithItsOwnAliasAndSchema() throws IOException {
    Map<String, EventKind> kinds = EventContract.current().kinds();

    assertThat(document.path("channels").size()).isEqualTo(TOPICS);
    assertThat(kinds).hasSize(TOPICS);
    assertThat(kinds.values()).extracting(EventKind::typeId).doesNotHaveDuplicates();
    for (JsonNode channel : document.path("channels")) {
      String topic = channel.path("address").asString();
      assertThat(channel.path("messages").propertyNames())
          .as("name of the message on %s", topic)
          .containsExactly(EventContract.current().kind(topic).typeId());
      assertThat(channel.path("x-dead-letter-topic").asString()).isEqualTo(topic + ".DLT");
    }
    kinds.forEach(
        (topic, kind) ->
            assertThat(kind.payload().path("$id").asString())
                .endsWith("/v1/%s.schema.json".formatted(topic)));
    try (Stream<Path> files = Files.list(CONTRACTS.resolve("v1"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              kinds.keySet().stream().map(topic -> topic + ".schema.json").toList());
    }
  }

  @Test
  void everyTopicIsToldByOneOperation() {
    List<String> told = new ArrayList<>();
    for (JsonNode operation : document.path("operations")) {
      String channel = operation.at("/channel/$ref").asString();
      for (JsonNode message : operation.path("messages")) {
        assertThat(message.path("$ref").asString()).startsWith(channel + "/messages/");
      }
      if (operation.path("action").asString().equals("send")) {
        told.add(document.at(channel.substring(1)).path("address").asString());
      }
    }

    assertThat(told).containsExactlyInAnyOrderElementsOf(EventContract.current().topics());
  }

  @Test
  void namesTheServiceThatWritesEachTopic() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    for (String service : List.of("order-api", "inventory-worker", "payment-worker")) {
      Path settings = Path.of("..", service, "src/main/resources/application.yaml");
      JsonNode topics = yaml.readTree(Files.readString(settings)).at("/sagashop/outbox/topics");
      // Spring reads a list, or a text with commas.
      List<String> written =
          topics.isString()
              ? List.of(topics.asString().split(",\\s*"))
              : topics.valueStream().map(JsonNode::asString).toList();

      assertThat(EventContract.current().topics())
          .filteredOn(topic -> EventContract.current().producer(topic).equals(service))
          .as("topics of %s", service)
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void schemasAreSchemas() {
    Schema draft =
        schemas.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    EventContract.current()
        .kinds()
        .forEach(
            (topic, kind) -> {
              assertThat(draft.validate(kind.payload())).as(topic).isEmpty();
              assertThat(kind.payload().path("$schema").asString())
                  .isEqualTo(SpecificationVersion.DRAFT_2020_12.getDialectId());
              assertThat(kind.payload().path("additionalProperties").asBoolean(true))
                  .as("additional fields on %s are allowed", topic)
                  .isTrue();
            });
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (property.getKey().equals("$ref")) {
        references.add(property.getValue().asString());
      }
    }
    node.forEach(child -> collectReferences(child, references));
  }
}
