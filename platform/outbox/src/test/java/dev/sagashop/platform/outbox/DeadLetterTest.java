package dev.sagashop.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sagashop.platform.outbox.deadletter.Content;
import dev.sagashop.platform.outbox.deadletter.DeadLetter;
import dev.sagashop.platform.outbox.deadletter.DeadLetterDetails;
import dev.sagashop.platform.outbox.deadletter.DeadLetterDetails.DeadLetterAuditEntry;
import dev.sagashop.platform.outbox.deadletter.DeadLetterId;
import dev.sagashop.platform.outbox.deadletter.DeadLetterPage;
import dev.sagashop.platform.outbox.deadletter.DeadLetterPage.TopicCounts;
import dev.sagashop.platform.outbox.deadletter.DeadLetterResult;
import dev.sagashop.platform.outbox.deadletter.DeadLetterState;
import dev.sagashop.platform.outbox.deadletter.DeadLetters;
import dev.sagashop.platform.outbox.deadletter.Refusal;
import dev.sagashop.platform.outbox.deadletter.StateFilter;
import dev.sagashop.platform.outbox.operating.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.support.TransactionTemplate;

/** From a listener that fails to the dead-letter topic, and back by an operator's hand. */
class DeadLetterTest {

  private static final String GROUP = "sagashop-dead-letter-test";
  private static final Decision DECISION = new Decision(1, "admin@example.com", "mended");
  private static final byte[] BINARY = {0, 1, (byte) 0xff, (byte) 0xfe, 'a', (byte) 0x80, 10};

  private final String topic = Topic.newName();
  private final String dead = topic + ".DLT";
  private final Service service =
      Service.start(
          Parts.database(),
          Application.class,
          "sagashop.outbox.topics=" + topic,
          "sagashop.outbox.dead-letters.hosted-here=true",
          "sagashop.outbox.consumer.first-backoff=50ms",
          "sagashop.outbox.consumer.retry-for=200ms");
  private final DeadLetters letters = service.bean(DeadLetters.class);
  private final Listener listener = service.bean(Listener.class);
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(servers(), new ByteArraySerializer(), new ByteArraySerializer());

  @BeforeEach
  void awaitTopics() {
    await().ignoreExceptions().untilAsserted(() -> assertThat(Topic.partitions(dead)).isEqualTo(3));
  }

  @AfterEach
  void stop() {
    producer.close();
    service.close();
  }

  private static Map<String, Object> servers() {
    return Map.of("bootstrap.servers", Parts.bootstrapServers());
  }

  private void send(byte[] key, byte[] value, Header... headers) throws Exception {
    producer
        .send(new ProducerRecord<>(topic, null, key, value, Arrays.asList(headers)))
        .get(30, TimeUnit.SECONDS);
  }

  private static Header header(String name, byte[] value) {
    return new RecordHeader(name, value);
  }

  private List<DeadLetter> open() {
    return page(StateFilter.OPEN).letters();
  }

  private DeadLetterPage page(StateFilter filter) {
    return letters.list(dead, filter, null, 100).orElseThrow();
  }

  private DeadLetter onlyOpen() {
    await().until(() -> open().size() == 1);
    return open().getFirst();
  }

  private static DeadLetterId id(DeadLetter letter) {
    return new DeadLetterId(letter.topic(), letter.partition(), letter.offset());
  }

  private static DeadLetterDetails done(DeadLetterResult result) {
    assertThat(result).isInstanceOf(DeadLetterResult.Done.class);
    return ((DeadLetterResult.Done) result).details();
  }

  private List<ConsumerRecord<byte[], byte[]>> readBytes(String topic) {
    try (var consumer =
        new KafkaConsumer<>(servers(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Collection<TopicPartition> places =
          List.of(0, 1, 2).stream().map(number -> new TopicPartition(topic, number)).toList();
      consumer.assign(places);
      consumer.seekToBeginning(places);
      Map<TopicPartition, Long> ends = consumer.endOffsets(places);
      var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
      while (places.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  @Test
  void aBinaryRecordComesBackByteForByteAndHasItsEffectOnce() throws Exception {
    listener.failing = true;
    Header[] headers = {
      header("event-id", "77".getBytes(UTF_8)),
      header("binary", BINARY),
      header("twice", "1".getBytes(UTF_8)),
      header("twice", new byte[0])
    };
    send("k\u00e9y".getBytes(UTF_8), BINARY, headers);
    DeadLetter letter = onlyOpen();
    assertThat(letter.originalTopic()).isEqualTo(topic);
    assertThat(letter.originalPartition()).isEqualTo(letter.partition());
    assertThat(letter.originalOffset()).isZero();
    assertThat(letter.group()).isEqualTo(GROUP);
    assertThat(letter.exception()).isEqualTo("java.lang.IllegalStateException");
    assertThat(letter.message()).contains("no effect possible");
    assertThat(letter.key()).isEqualTo(new Content(Content.Encoding.TEXT, "k\u00e9y"));
    assertThat(letter.valueBytes()).isEqualTo(BINARY.length);

    DeadLetterDetails shown = done(letters.find(id(letter)));
    assertThat(shown.value()).isEqualTo(new Content(Content.Encoding.BASE64, "AAH//mGACg=="));
    assertThat(shown.headers())
        .extracting(DeadLetterDetails.HeaderContent::name)
        .contains("event-id", "binary", "twice", "kafka_dlt-exception-stacktrace");

    listener.failing = false;
    DeadLetterDetails replayed = done(letters.replay(id(letter), DECISION, false));
    assertThat(replayed.letter().state()).isEqualTo(DeadLetterState.REPLAYED);
    await().until(() -> listener.effects.size() == 1);

    List<ConsumerRecord<byte[], byte[]>> records = readBytes(topic);
    assertThat(records).hasSize(2);
    ConsumerRecord<byte[], byte[]> again = records.getLast();
    assertThat(again.partition()).isEqualTo(records.getFirst().partition());
    assertThat(again.key()).isEqualTo("k\u00e9y".getBytes(UTF_8));
    assertThat(again.value()).isEqualTo(BINARY);
    assertThat(again.headers().toArray()).containsExactly(headers);

    // What the inbox has let through once it does not let through again.
    done(letters.replay(id(letter), DECISION, true));
    send("k\u00e9y".getBytes(UTF_8), "end".getBytes(UTF_8));
    await().until(() -> listener.effects.size() == 2);
    assertThat(listener.effects.getFirst()).isEqualTo(BINARY);
    assertThat(listener.effects.getLast()).isEqualTo("end".getBytes(UTF_8));
    assertThat(readBytes(topic)).hasSize(4);
    assertThat(open()).isEmpty();
    assertThat(page(StateFilter.REPLAYED).letters()).hasSize(1);
    assertThat(page(StateFilter.ALL).topics()).containsExactly(new TopicCounts(dead, 0, 1, 0));
  }

  @Test
  void twoClicksReplayOnce() throws Exception {
    DeadLetter letter = oneLetter("1");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<DeadLetterResult> click = () -> letters.replay(id(letter), DECISION, false);
      long sent = 0;
      for (Future<DeadLetterResult> result :
          threads.invokeAll(List.of(click, click, click, click))) {
        sent += result.get() instanceof DeadLetterResult.Done ? 1 : 0;
      }
      assertThat(sent).isEqualTo(1);
    }
    assertThat(letters.replay(id(letter), DECISION, false))
        .isInstanceOfSatisfying(
            DeadLetterResult.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_REPLAYED));
    assertThat(readBytes(topic)).hasSize(2);
    assertThat(done(letters.find(id(letter))).audit())
        .extracting(DeadLetterAuditEntry::action)
        .containsExactly("REPLAY_BEGUN", "REPLAYED");
  }

  @Test
  void aReplayThatBrokeOffStaysOpenAndCanBeBegunAgain() throws Exception {
    DeadLetter letter = oneLetter("1");
    done(letters.replay(id(letter), DECISION, false));
    // The process died between the record of the intent and that of the end.
    service
        .jdbc()
        .sql(
            "update dead_letters set state = 'REPLAYING', replaying_until = clock_timestamp() + interval '1 hour'")
        .update();
    assertThat(letters.replay(id(letter), DECISION, true))
        .isInstanceOfSatisfying(
            DeadLetterResult.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.REPLAY_RUNNING));
    assertThat(onlyOpen().state()).isEqualTo(DeadLetterState.REPLAYING);

    service
        .jdbc()
        .sql("update dead_letters set replaying_until = clock_timestamp() - interval '1 second'")
        .update();
    assertThat(done(letters.replay(id(letter), DECISION, false)).letter().state())
        .isEqualTo(DeadLetterState.REPLAYED);
    assertThat(open()).isEmpty();
  }

  @Test
  void aDiscardedLetterLeavesTheDefaultList() throws Exception {
    DeadLetter letter = oneLetter("1");
    DeadLetterDetails discarded = done(letters.discard(id(letter), DECISION));
    assertThat(discarded.letter().state()).isEqualTo(DeadLetterState.DISCARDED);
    assertThat(discarded.audit())
        .extracting(DeadLetterAuditEntry::reason)
        .containsExactly("mended");
    assertThat(open()).isEmpty();
    assertThat(page(StateFilter.DISCARDED).letters()).hasSize(1);
    assertThat(letters.discard(id(letter), DECISION)).isInstanceOf(DeadLetterResult.Refused.class);
    assertThat(letters.replay(id(letter), DECISION, false))
        .isInstanceOf(DeadLetterResult.Refused.class);
    done(letters.replay(id(letter), DECISION, true));
    await().until(() -> listener.effects.size() == 1);
  }

  @Test
  void lettersAreListedByPage() throws Exception {
    listener.failing = true;
    for (int i = 0; i < 7; i++) {
      send(("key-" + i).getBytes(UTF_8), ("value-" + i).getBytes(UTF_8));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> open().size() == 7);
    var seen = new ArrayList<DeadLetterId>();
    DeadLetterId from = null;
    int pages = 0;
    do {
      DeadLetterPage page = letters.list(dead, StateFilter.OPEN, from, 3).orElseThrow();
      page.letters().forEach(letter -> seen.add(id(letter)));
      from = page.next();
      pages++;
    } while (from != null);
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSorted();
    assertThat(letters.list(null, StateFilter.OPEN, null, 1).orElseThrow().topics())
        .contains(new TopicCounts(dead, 7, 0, 0));
  }

  @Test
  void whatIsNotThereIsMissingAndWhy() throws Exception {
    DeadLetter letter = oneLetter("1");
    assertMissing(new DeadLetterId(dead, letter.partition(), 99), "offsets from 0 to before 1");
    assertMissing(new DeadLetterId(dead, 17, 0), "no partition 17");
    assertMissing(new DeadLetterId("no-such-topic.DLT", 0, 0), "no dead-letter topic");
    assertMissing(new DeadLetterId(topic, letter.partition(), 0), "no dead-letter topic");
    assertThat(letters.list("no-such-topic.DLT", StateFilter.OPEN, null, 1)).isEmpty();

    try (var admin = Admin.create(servers())) {
      var place = new TopicPartition(dead, letter.partition());
      admin
          .deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
    assertMissing(id(letter), "deleted by the topic's retention");
    assertThat(open()).isEmpty();
  }

  @Test
  void aLetterOfATopicThatWasMadeAgainIsNotTakenForTheOldOne() throws Exception {
    DeadLetter letter = oneLetter("1");
    done(letters.discard(id(letter), DECISION));
    try (var admin = Admin.create(servers())) {
      admin.deleteTopics(List.of(dead)).all().get(30, TimeUnit.SECONDS);
    }
    await().until(() -> letters.list(dead, StateFilter.OPEN, null, 1).isEmpty());
    assertMissing(id(letter), "no dead-letter topic");
    try (var admin = Admin.create(servers())) {
      admin.createTopics(List.of(new NewTopic(dead, 3, (short) 1))).all().get(30, TimeUnit.SECONDS);
    }
    // A new record in the same place, as an old producer of dead letters would write it.
    producer
        .send(new ProducerRecord<>(dead, letter.partition(), null, "new".getBytes(UTF_8)))
        .get(30, TimeUnit.SECONDS);
    DeadLetter other = onlyOpen();
    assertThat(id(other)).isEqualTo(id(letter));
    assertThat(other.originalTopic()).isEqualTo(topic);
    assertThat(done(letters.find(id(other))).audit()).isEmpty();
  }

  @Test
  void withoutItsOriginalTopicNothingIsReplayed() throws Exception {
    producer
        .send(
            new ProducerRecord<>(
                dead,
                0,
                "1".getBytes(UTF_8),
                "x".getBytes(UTF_8),
                List.of(header("kafka_dlt-original-topic", "gone".getBytes(UTF_8)))))
        .get(30, TimeUnit.SECONDS);
    assertThat(letters.replay(id(onlyOpen()), DECISION, false))
        .isInstanceOfSatisfying(
            DeadLetterResult.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ORIGINAL_TOPIC_MISSING));
    assertThat(onlyOpen().state()).isEqualTo(DeadLetterState.OPEN);
  }

  private DeadLetter oneLetter(String key) throws Exception {
    listener.failing = true;
    send(key.getBytes(UTF_8), "poison".getBytes(UTF_8));
    DeadLetter letter = onlyOpen();
    listener.failing = false;
    return letter;
  }

  private void assertMissing(DeadLetterId id, String why) {
    assertThat(letters.find(id))
        .isInstanceOfSatisfying(
            DeadLetterResult.Missing.class, missing -> assertThat(missing.why()).contains(why));
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Listener listener(Inbox inbox, TransactionTemplate transaction) {
      return new Listener(inbox, transaction);
    }
  }

  static final class Listener {

    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final List<byte[]> effects = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    Listener(Inbox inbox, TransactionTemplate transaction) {
      this.inbox = inbox;
      this.transaction = transaction;
    }

    @KafkaListener(topics = "${sagashop.outbox.topics}", groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> event) {
      transaction.executeWithoutResult(
          status -> {
            boolean isFirst = inbox.firstTime(GROUP, EventIds.of(event));
            if (failing) {
              throw new IllegalStateException("no effect possible");
            }
            if (isFirst) {
              effects.add(event.value());
            }
          });
    }
  }
}
