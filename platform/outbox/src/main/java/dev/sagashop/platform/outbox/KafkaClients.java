package dev.sagashop.platform.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Settings of our Kafka clients: the service's addresses and security, our guarantees. */
public final class KafkaClients {

  public static final String DEAD_LETTER_SUFFIX = ".DLT";

  /** A client that finds no broker tries, and logs, no more often than this. */
  static final int LONGEST_RECONNECT_MILLIS = 2_000;

  private final KafkaProperties kafka;
  private final KafkaConnectionDetails connection;
  private final OutboxProperties outbox;

  KafkaClients(KafkaProperties kafka, KafkaConnectionDetails connection, OutboxProperties outbox) {
    this.kafka = kafka;
    this.connection = connection;
    this.outbox = outbox;
  }

  Map<String, Object> producer() {
    Map<String, Object> settings = kafka.buildProducerProperties();
    reach(settings, connection.getProducer().getBootstrapServers());
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // The relay sends a batch at once and then waits: to linger only adds to the lag.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(outbox.deliveryTimeout()));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(outbox.requestTimeout()));
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis(outbox.maxBlock()));
    return settings;
  }

  /** Larger records than the relay's, for the stack trace that a dead letter carries. */
  public Map<String, Object> deadLetterProducer() {
    Map<String, Object> settings = producer();
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSetup.LARGEST_DEAD_LETTER);
    return settings;
  }

  public Map<String, Object> admin() {
    Map<String, Object> settings = kafka.buildAdminProperties();
    reach(settings, connection.getAdmin().getBootstrapServers());
    // As patient as a send: a broker that has just started takes seconds to create topics.
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(outbox.deliveryTimeout()));
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(outbox.deliveryTimeout()));
    return settings;
  }

  /** For a consumer that reads what it is told to, and belongs to no group. */
  public Map<String, Object> reader() {
    Map<String, Object> settings = kafka.buildConsumerProperties();
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    reach(settings, connection.getConsumer().getBootstrapServers());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(outbox.deliveryTimeout()));
    return settings;
  }

  /** From the call of a send to its definite end. */
  public Duration longestSend() {
    return outbox.deliveryTimeout().plus(outbox.maxBlock());
  }

  private static void reach(Map<String, Object> settings, List<String> servers) {
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(
        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, (long) LONGEST_RECONNECT_MILLIS);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
