package dev.sagashop.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RelayTest {

  record Payload(long number) {}

  private final TestDatabase database = Parts.database();
  private final String topic = Topic.newName();
  private final List<Service> services = new ArrayList<>();

  @AfterEach
  void stop() {
    services.forEach(Service::close);
  }

  private Service withRelay(String... settings) {
    Service service = Service.withRelay(database, topic, settings);
    services.add(service);
    return service;
  }

  private Service withoutRelay() {
    Service service = Service.withoutRelay(database, topic);
    services.add(service);
    return service;
  }

  private OutboxEvent event(String aggregateKey, long number) {
    return new OutboxEvent(topic, aggregateKey, "alias", new Payload(number));
  }

  @Test
  void sendsKeyValueAndHeadersOfTheContract(CapturedOutput output) {
    Service service = withRelay();
    service.append(event("42", 1));
    service.awaitAllPublished();

    ConsumerRecord<String, byte[]> sent = Topic.readAll(topic).getFirst();
    assertThat(sent.key()).isEqualTo("42");
    assertThat(Topic.text(sent)).isEqualTo("{\"number\":1}");
    Map<String, Object> row = service.jdbc().sql("select * from outbox_events").query().singleRow();
    assertThat(Topic.header(sent, "__TypeId__")).isEqualTo("alias");
    assertThat(Topic.header(sent, "event-contract-version")).isEqualTo("v1");
    assertThat(Topic.header(sent, "spring_json_header_types"))
        .isEqualTo("{\"event-contract-version\":\"java.lang.String\"}");
    assertThat(Topic.header(sent, "event-id")).isEqualTo(String.valueOf(row.get("id")));
    assertThat(Topic.header(sent, "event-sequence")).isEqualTo("1");
    assertThat(Instant.parse(Topic.header(sent, "event-time"))).isBefore(Instant.now());
    assertThat(Topic.header(sent, "traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
        .contains(String.valueOf(row.get("trace_id")))
        .contains(String.valueOf(row.get("parent_span_id")));
    assertThat(row).containsEntry("attempt_count", 1).containsEntry("event_type", topic);
    assertThat(output.toString().lines().filter(line -> line.contains("outbox")))
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
  }

  @Test
  void createsTheTopicsWithTheirDeadLetterTopics() {
    Service service = withRelay();
    service.append(event("1", 1));
    service.awaitAllPublished();
    assertThat(Topic.partitions(topic)).isEqualTo(3);
    assertThat(Topic.partitions(topic + ".DLT")).isEqualTo(3);
  }

  @Test
  void keepsTheOrderOfEachAggregateWhileManyAppendAndSomeRollBack() throws Exception {
    Service service = withRelay();
    service.jdbc().sql("create table counters (name text primary key, n bigint)").update();
    service.jdbc().sql("insert into counters values ('a', 0), ('b', 0), ('c', 0)").update();
    try (var threads = Executors.newFixedThreadPool(6)) {
      var writers = new ArrayList<Callable<Boolean>>();
      for (String name : List.of("a", "b", "c")) {
        for (int i = 0; i < 60; i++) {
          boolean rollBack = i % 3 == 0;
          writers.add(() -> appendNextNumber(service, name, rollBack));
        }
      }
      for (var writer : threads.invokeAll(writers)) {
        assertThat(writer.get()).isTrue();
      }
    }
    service.awaitAllPublished();

    Map<String, List<String>> numbers = new HashMap<>();
    Map<String, List<Long>> sequences = new HashMap<>();
    for (ConsumerRecord<String, byte[]> sent : Topic.readAll(topic)) {
      numbers.computeIfAbsent(sent.key(), key -> new ArrayList<>()).add(Topic.text(sent));
      sequences
          .computeIfAbsent(sent.key(), key -> new ArrayList<>())
          .add(Long.valueOf(Topic.header(sent, "event-sequence")));
    }
    List<Long> oneToForty = LongStream.rangeClosed(1, 40).boxed().toList();
    for (String name : List.of("a", "b", "c")) {
      assertThat(numbers.get(name))
          .isEqualTo(oneToForty.stream().map(n -> "{\"number\":" + n + "}").toList());
      assertThat(sequences.get(name)).isEqualTo(oneToForty);
    }
  }

  /** The counter is the fact, the event tells it: its number is the order of the commits. */
  private boolean appendNextNumber(Service service, String name, boolean rollBack) {
    service
        .transaction()
        .executeWithoutResult(
            status -> {
              long n =
                  service
                      .jdbc()
                      .sql("update counters set n = n + 1 where name = :name returning n")
                      .param("name", name)
                      .query(Long.class)
                      .single();
              service.bean(Outbox.class).append(event(name, n));
              if (rollBack) {
                status.setRollbackOnly();
              }
            });
    return true;
  }

  @Test
  void twoRelaysSendEachEventOnceAndInOrder() {
    Service writer = withoutRelay();
    for (int i = 0; i < 40; i++) {
      for (int aggregate = 0; aggregate < 10; aggregate++) {
        writer.append(event("k" + aggregate, i));
      }
    }
    withRelay("sagashop.outbox.batch-size=4");
    withRelay("sagashop.outbox.batch-size=4");
    writer.awaitAllPublished();

    Map<String, List<String>> byKey = new HashMap<>();
    Topic.readAll(topic)
        .forEach(
            it -> byKey.computeIfAbsent(it.key(), key -> new ArrayList<>()).add(Topic.text(it)));
    List<String> expected =
        LongStream.range(0, 40).mapToObj(n -> "{\"number\":" + n + "}").toList();
    assertThat(byKey).hasSize(10);
    assertThat(byKey.values()).allSatisfy(sent -> assertThat(sent).isEqualTo(expected));
    assertThat(writer.count("attempt_count <> 1 or lease_epoch <> 1")).isZero();
  }

  @Test
  void failsOnlyTheAggregateOfAnEventThatIsTooLarge() {
    Service service = withRelay();
    var huge = new OutboxEvent(topic, "huge", "alias", "x".repeat(2_000_000));
    service.append(event("huge", 1), huge, event("huge", 3), event("other", 1));
    await().until(() -> service.count("status = 'FAILED'") == 1);
    service.append(event("other", 2), event("huge", 4));
    await().until(() -> service.count("aggregate_key = 'other' and status = 'PUBLISHED'") == 2);

    assertThat(service.count("status = 'FAILED' and last_error like 'RecordTooLarge%'"))
        .isEqualTo(1);
    assertThat(service.count("aggregate_key = 'huge' and sequence > 2 and status = 'PENDING'"))
        .isEqualTo(2);
    assertThat(Topic.readAll(topic))
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder("huge", "other", "other");
    MeterRegistry meters = service.bean(MeterRegistry.class);
    assertThat(meters.get("outbox.failures").tag("kind", "refused").counter().count()).isEqualTo(1);
    assertThat(meters.get("outbox.sends").counter().count()).isEqualTo(3);
  }

  @Test
  void takesNoAttemptWhileTheBrokerIsAwayAndSendsInOrderWhenItIsBack(CapturedOutput output) {
    Service writer = withoutRelay();
    writer.append(event("1", 1), event("1", 2), event("2", 1));
    // No topics to create: it claims at once, and meets nobody.
    try (Service cutOff =
        Service.start(
            database,
            Service.Application.class,
            "spring.kafka.bootstrap-servers=localhost:1",
            "sagashop.outbox.max-block=200ms",
            "sagashop.outbox.max-backoff=400ms")) {
      await().until(() -> writer.count("postponed_count > 2") >= 1);
      await()
          .untilAsserted(
              () ->
                  assertThat(writer.count("status = 'PENDING' and attempt_count = 0"))
                      .isEqualTo(3));
      assertThat(
              cutOff
                  .bean(MeterRegistry.class)
                  .get("outbox.failures")
                  .tag("kind", "unavailable")
                  .counter()
                  .count())
          .isPositive();
    }
    assertThat(output.toString().split("Kafka is unavailable", -1)).hasSize(2);
    assertThat(writer.count("status = 'FAILED'")).isZero();

    withRelay();
    writer.awaitAllPublished();
    assertThat(Topic.readAll(topic))
        .filteredOn(it -> it.key().equals("1"))
        .extracting(Topic::text)
        .containsExactly("{\"number\":1}", "{\"number\":2}");
    assertThat(writer.count("attempt_count = 1")).isEqualTo(3);
  }

  @Test
  void losesNothingWhenTheBrokerIsKilledAndStartedAgain(CapturedOutput output) {
    Service service =
        withRelay("sagashop.outbox.delivery-timeout=3s", "sagashop.outbox.request-timeout=1s");
    service.append(event("1", 1));
    service.awaitAllPublished();
    TestParts.kafka().kill();
    try {
      for (int n = 2; n <= 20; n++) {
        service.append(event("1", n), event("other-" + n, n));
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> service.count("postponed_count > 0 and attempt_count = 0") > 0);
      assertThat(service.count("status in ('FAILED', 'PUBLISHED')")).isEqualTo(1);
    } finally {
      TestParts.kafka().restart();
    }
    service.awaitAllPublished();

    List<String> numbers =
        Topic.readAll(topic).stream()
            .filter(it -> it.key().equals("1"))
            .map(Topic::text)
            .distinct()
            .toList();
    assertThat(numbers)
        .isEqualTo(LongStream.rangeClosed(1, 20).mapToObj(n -> "{\"number\":" + n + "}").toList());
    assertThat(output).contains("Kafka is back");
  }

  @Test
  void sendsWhatARelayThatDiedHadClaimed() {
    Service writer = withoutRelay();
    writer.append(event("1", 1));
    assertThat(
            writer
                .bean(OutboxTable.class)
                .claim("dead", 10, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .hasSize(1);
    withRelay();
    writer.awaitAllPublished();
    assertThat(writer.count("lease_epoch = 2 and attempt_count = 2")).isEqualTo(1);
  }

  @Test
  void showsBacklogAndLag() {
    Service service = withRelay("sagashop.outbox.gauge-interval=50ms");
    var huge = new OutboxEvent(topic, "huge", "alias", "x".repeat(2_000_000));
    service.append(huge, event("huge", 2), event("other", 1));
    MeterRegistry meters = service.bean(MeterRegistry.class);
    await()
        .untilAsserted(
            () -> {
              assertThat(meters.get("outbox.rows").tag("status", "FAILED").gauge().value())
                  .isEqualTo(1);
              assertThat(meters.get("outbox.rows").tag("status", "PENDING").gauge().value())
                  .isEqualTo(1);
              assertThat(meters.get("outbox.lag").timeGauge().value(TimeUnit.SECONDS)).isPositive();
            });
  }
}
