package dev.sagashop.platform.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the service's topics before the first send, or a broker would make them its own way. */
final class TopicSetup {

  /**
   * A dead letter carries a stack trace on top of a record that may have the default's full size.
   */
  static final int LARGEST_DEAD_LETTER = 4 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);

  private final Supplier<Admin> admins;
  private final OutboxProperties properties;
  private boolean done;

  TopicSetup(Supplier<Admin> admins, OutboxProperties properties) {
    this.admins = admins;
    this.properties = properties;
  }

  /**
   * Creates what is missing and leaves what exists as it is.
   *
   * @throws ExecutionException if the broker did not answer; the next call tries again
   */
  void ensure() throws ExecutionException, InterruptedException {
    if (done || properties.topics().isEmpty()) {
      return;
    }
    try (Admin admin = admins.get()) {
      for (var creation : admin.createTopics(wanted()).values().entrySet()) {
        try {
          creation.getValue().get();
          LOG.info("Created topic {}", creation.getKey());
        } catch (ExecutionException error) {
          acceptOrThrow(creation.getKey(), error);
        }
      }
    }
    done = true;
  }

  private static void acceptOrThrow(String topic, ExecutionException error)
      throws ExecutionException {
    if (error.getCause() instanceof TopicExistsException) {
      return;
    }
    if (error.getCause() instanceof RetriableException) {
      throw error;
    }
    LOG.error(
        "Topic {} cannot be created; create it by hand, or its events wait: {}",
        topic,
        Outage.describe(error.getCause() == null ? error : error.getCause()));
  }

  private List<NewTopic> wanted() {
    var wanted = new ArrayList<NewTopic>();
    for (String topic : properties.topics()) {
      wanted.add(newTopic(topic));
      wanted.add(
          newTopic(topic + KafkaClients.DEAD_LETTER_SUFFIX)
              .configs(
                  Map.of(
                      TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                      Integer.toString(LARGEST_DEAD_LETTER))));
    }
    return wanted;
  }

  private NewTopic newTopic(String name) {
    return new NewTopic(
        name, Optional.of(properties.partitions()), Optional.of(properties.replicationFactor()));
  }
}
