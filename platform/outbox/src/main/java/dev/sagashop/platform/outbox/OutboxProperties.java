package dev.sagashop.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service may set. The defaults fit a service with one broker nearby.
 *
 * @param topics that this service writes; each is created with its dead-letter topic
 * @param partitions of a topic that is created
 * @param replicationFactor of a topic that is created; 1 fits a single broker, production wants 3
 * @param relayEnabled false in a process that writes events but leaves sending to its replicas
 * @param batchSize most rows in one claim
 * @param pollInterval backstop for a lost wake-up, and for rows of replicas that died
 * @param lease after which another relay may take over a claimed row
 * @param deliveryTimeout of the Kafka producer, from the send to its definite end
 * @param requestTimeout of one request of the Kafka producer
 * @param maxBlock of the Kafka producer, while it waits for metadata or buffer space
 * @param maxBackoff longest pause of a row, and of the relay, while the broker is unavailable
 * @param stopTimeout how long a stop waits for sends in flight before it breaks them off
 * @param retention of published rows
 * @param gaugeInterval at which the gauges are read from the table
 */
@ConfigurationProperties("sagashop.outbox")
record OutboxProperties(
    @DefaultValue List<String> topics,
    @DefaultValue("3") int partitions,
    @DefaultValue("1") short replicationFactor,
    @DefaultValue("true") boolean relayEnabled,
    @DefaultValue("200") int batchSize,
    @DefaultValue("100ms") Duration pollInterval,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("10s") Duration deliveryTimeout,
    @DefaultValue("5s") Duration requestTimeout,
    @DefaultValue("3s") Duration maxBlock,
    @DefaultValue("3s") Duration maxBackoff,
    @DefaultValue("5s") Duration stopTimeout,
    @DefaultValue("7d") Duration retention,
    @DefaultValue("5s") Duration gaugeInterval) {

  OutboxProperties {
    topics = List.copyOf(topics);
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "sagashop.outbox.batch-size is %d; expected at least 1".formatted(batchSize));
    }
    // Otherwise a send could still be under way when another relay takes the row over.
    if (deliveryTimeout.plus(maxBlock).compareTo(lease) >= 0) {
      throw new IllegalArgumentException(
          "sagashop.outbox.delivery-timeout (%s) + max-block (%s) must be shorter than lease (%s); raise the lease"
              .formatted(deliveryTimeout, maxBlock, lease));
    }
  }
}
