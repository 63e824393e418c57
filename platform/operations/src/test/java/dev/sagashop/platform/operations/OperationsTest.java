package dev.sagashop.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.outbox.Outbox;
import dev.sagashop.platform.outbox.OutboxEvent;
import dev.sagashop.platform.web.RouteRules;
import dev.sagashop.platform.web.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service of nothing but the starters, as an operator calls it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String REASON = "{\"reason\":\"the limit was raised\"}";

  private final TestTokens tokens = TestTokens.start();
  private final String topic = "topic-" + UUID.randomUUID();
  private final ConfigurableApplicationContext service = start();
  private final HttpClient http = HttpClient.newHttpClient();

  private ConfigurableApplicationContext start() {
    var database = TestParts.postgres().createDatabase("operations");
    // As arguments: the starter's own defaults would win over those of a builder.
    return new SpringApplicationBuilder(Application.class)
        .run(
            "--server.port=0",
            "--spring.application.name=book-service",
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--spring.kafka.bootstrap-servers=" + TestParts.kafka().bootstrapServers(),
            "--sagashop.web.jwks-uri=" + tokens.jwksUri(),
            "--sagashop.outbox.topics=" + topic,
            "--sagashop.outbox.dead-letters.hosted-here=true");
  }

  @AfterAll
  void stop() {
    service.close();
    http.close();
    tokens.close();
  }

  /** Opens everything, as a careless service would. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    RouteRules carelessRules() {
      return RouteRules.of(RouteRules.everybody("/**"));
    }
  }

  private record Answer(int status, JsonNode body) {

    String text(String field) {
      return body.path(field).asString("");
    }
  }

  private Answer get(String path) {
    return call("GET", path, null, tokens.admin(1));
  }

  private Answer post(String path, String body) {
    return call("POST", path, body, tokens.admin(1));
  }

  private Answer call(String method, String path, @Nullable String body, @Nullable String token) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:"
                        + service.getEnvironment().getProperty("local.server.port")
                        + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    } catch (Exception e) {
      throw new AssertionError("No answer to " + method + " " + path, e);
    }
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("message")).isNotEmpty();
    assertThat(answer.body().path("status").asInt()).isEqualTo(status);
  }

  private void append(String key, Object... payloads) {
    service
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              for (Object payload : payloads) {
                service.getBean(Outbox.class).append(new OutboxEvent(topic, key, "alias", payload));
              }
            });
  }

  private long failedRow(String key) {
    append(key, "x".repeat(2_000_000), "next");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                get("/operations/outbox?status=FAILED&aggregateKey=" + key)
                        .body()
                        .path("rows")
                        .size()
                    == 1);
    return get("/operations/outbox?status=FAILED&aggregateKey=" + key)
        .body()
        .at("/rows/0/id")
        .asLong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /operations/outbox",
        "GET /operations/outbox/987654",
        "POST /operations/outbox/987654/requeue",
        "POST /operations/outbox/987654/discard",
        "GET /operations/dead-letters",
        "GET /operations/dead-letters/a.DLT/0/0",
        "POST /operations/dead-letters/a.DLT/0/0/replay",
        "POST /operations/dead-letters/a.DLT/0/0/discard"
      })
  void onlyAdminsMayAskAndAct(String route) {
    String[] parts = route.split(" ", -1);
    String body = parts[0].equals("POST") ? REASON : null;
    assertProblem(call(parts[0], parts[1], body, null), 401, "UNAUTHORIZED");
    assertProblem(call(parts[0], parts[1], body, tokens.customer(7)), 403, "FORBIDDEN");
    assertProblem(call(parts[0], parts[1], body, tokens.support(3)), 403, "FORBIDDEN");
    assertThat(call(parts[0], parts[1], body, tokens.admin(1)).status()).isIn(200, 404);
  }

  @Test
  void aFailedRowIsListedShownAndDiscardedWithWhoAndWhy() {
    long id = failedRow("one");
    JsonNode listing =
        get("/operations/outbox?status=FAILED&aggregateKey=one&topic=" + topic).body();
    assertThat(listing.at("/counts/FAILED").asInt()).isPositive();
    assertThat(listing.path("counts").propertyNames())
        .containsExactlyInAnyOrder("PENDING", "IN_PROGRESS", "PUBLISHED", "FAILED", "DISCARDED");
    assertThat(listing.path("lagSeconds").asDouble()).isPositive();
    assertThat(listing.at("/rows/0/lastError").asString()).startsWith("RecordTooLarge");
    assertThat(get("/operations/outbox/" + id).body().path("waitingBehind").asInt()).isEqualTo(1);

    Answer discarded = post("/operations/outbox/" + id + "/discard", REASON);
    assertThat(discarded.status()).isEqualTo(200);
    assertThat(discarded.body().at("/row/status").asString()).isEqualTo("DISCARDED");
    JsonNode entry = get("/operations/outbox/" + id).body().at("/audit/0");
    assertThat(entry.path("action").asString()).isEqualTo("DISCARDED");
    assertThat(entry.path("userId").asLong()).isEqualTo(1);
    assertThat(entry.path("userName").asString()).isEqualTo("user-1@example.com");
    assertThat(entry.path("reason").asString()).isEqualTo("the limit was raised");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                get("/operations/outbox?status=PUBLISHED&aggregateKey=one")
                        .body()
                        .path("rows")
                        .size()
                    == 1);
  }

  @Test
  void aTokenWithoutEmailIsNamedByItsSubject() {
    long id = failedRow("two");
    String token = tokens.token(9, claims -> claims.claim("email", null), "ROLE_ADMIN");
    assertThat(call("POST", "/operations/outbox/" + id + "/discard", REASON, token).status())
        .isEqualTo(200);
    assertThat(get("/operations/outbox/" + id).body().at("/audit/0/userName").asString())
        .isEqualTo("user-9");
  }

  @Test
  void whatCannotBeDoneWithARowSaysWhy() {
    append("three", "fine");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                get("/operations/outbox?status=PUBLISHED&aggregateKey=three")
                        .body()
                        .path("rows")
                        .size()
                    == 1);
    long id = get("/operations/outbox?aggregateKey=three").body().at("/rows/0/id").asLong();
    assertProblem(
        post("/operations/outbox/" + id + "/requeue", REASON), 409, "OUTBOX_ROW_NOT_FAILED");
    assertProblem(
        post("/operations/outbox/" + id + "/discard", REASON), 409, "OUTBOX_ROW_NOT_FAILED");
    assertProblem(get("/operations/outbox/987654"), 404, "OUTBOX_ROW_NOT_FOUND");
    assertProblem(post("/operations/outbox/987654/requeue", REASON), 404, "OUTBOX_ROW_NOT_FOUND");
    assertThat(get("/operations/outbox/" + id).body().path("audit").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\":\"\"}", "{\"reason\":\"  \"}", "{\"reason\":null}"})
  void anActionNeedsAReason(String body) {
    assertProblem(post("/operations/outbox/1/requeue", body), 400, "VALIDATION_ERROR");
    assertProblem(post("/operations/dead-letters/a.DLT/0/0/replay", body), 400, "VALIDATION_ERROR");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    String long501 = "{\"reason\":\"%s\"}".formatted("x".repeat(501));
    assertProblem(post("/operations/outbox/1/discard", long501), 400, "VALIDATION_ERROR");
    assertProblem(get("/operations/outbox?status=LOST"), 400, "VALIDATION_ERROR");
    assertProblem(get("/operations/outbox?limit=0"), 400, "VALIDATION_ERROR");
    assertProblem(get("/operations/outbox/abc"), 400, "VALIDATION_ERROR");
    assertProblem(get("/operations/dead-letters?from=nowhere"), 400, "VALIDATION_ERROR");
    assertProblem(get("/operations/dead-letters?state=LOST"), 400, "VALIDATION_ERROR");
  }

  @Test
  void aDeadLetterIsListedShownReplayedAndNotReplayedTwice() throws Exception {
    String dead = topic + ".DLT";
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", TestParts.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      // The relay creates both topics before its first send.
      append("topics", "fine");
      await()
          .atMost(LIMIT)
          .until(() -> get("/operations/dead-letters?topic=" + dead).status() == 200);
      producer
          .send(
              new ProducerRecord<>(
                  dead,
                  0,
                  "42",
                  new byte[] {0, (byte) 0xff},
                  List.of(
                      new RecordHeader("kafka_dlt-original-topic", topic.getBytes(UTF_8)),
                      new RecordHeader("kept", "yes".getBytes(UTF_8)))))
          .get(60, TimeUnit.SECONDS);
    }
    JsonNode listing = get("/operations/dead-letters?topic=" + dead).body();
    assertThat(listing.at("/topics/0/open").asInt()).isEqualTo(1);
    assertThat(listing.at("/letters/0/key/data").asString()).isEqualTo("42");
    assertThat(listing.path("next").isNull()).isTrue();
    String path = "/operations/dead-letters/" + dead + "/0/0";
    JsonNode shown = get(path).body();
    assertThat(shown.at("/value/encoding").asString()).isEqualTo("BASE64");
    assertThat(shown.at("/value/data").asString()).isEqualTo("AP8=");
    assertThat(shown.path("headers").size()).isEqualTo(2);

    Answer replayed = post(path + "/replay", REASON);
    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.body().at("/letter/state").asString()).isEqualTo("REPLAYED");
    assertThat(replayed.body().at("/audit/1/userName").asString()).isEqualTo("user-1@example.com");
    assertProblem(post(path + "/replay", REASON), 409, "DEAD_LETTER_ALREADY_REPLAYED");
    assertProblem(post(path + "/discard", REASON), 409, "DEAD_LETTER_ALREADY_REPLAYED");
    assertThat(post(path + "/replay", "{\"reason\":\"lost\",\"again\":true}").status())
        .isEqualTo(200);
    assertThat(get("/operations/dead-letters?topic=" + dead).body().path("letters").size())
        .isZero();
    assertThat(
            get("/operations/dead-letters?state=REPLAYED&topic=" + dead)
                .body()
                .path("letters")
                .size())
        .isEqualTo(1);
    assertThat(
            service
                .getBean(JdbcClient.class)
                .sql("select count(*) from dead_letter_audit")
                .query(Long.class)
                .single())
        .isEqualTo(4);

    assertProblem(get("/operations/dead-letters/" + dead + "/0/1"), 404, "DEAD_LETTER_NOT_FOUND");
    assertProblem(
        get("/operations/dead-letters?topic=elsewhere.DLT"), 404, "DEAD_LETTER_TOPIC_NOT_FOUND");
  }
}
