package dev.sagashop.launcher.parts;

import dev.sagashop.launcher.kafka.KafkaPart;
import dev.sagashop.launcher.kafka.KafkaTopics;
import dev.sagashop.launcher.processes.FreePorts;
import java.util.List;

/** A Kafka node of this JVM's own. Topics are not created by use, as in the shop. */
public final class TestKafka {
  private final PartRunner runner;
  private final KafkaPart part;

  private TestKafka(PartRunner runner, KafkaPart part) {
    this.runner = runner;
    this.part = part;
  }

  static TestKafka start() {
    TestHome home = TestHome.create();
    int port = FreePorts.block(2);
    KafkaPart part = new KafkaPart(home.home().data("kafka"), port, port + 1, List.of());
    TestKafka started = new TestKafka(home.runner(), part);
    started.restart();
    return started;
  }

  /** As {@code host:port}. */
  public String bootstrapServers() {
    return part.bootstrapServers();
  }

  /** Creates the topics that do not exist yet, three partitions each. */
  public void createTopics(String... topics) {
    KafkaTopics.create(bootstrapServers(), List.of(topics));
  }

  /** Takes the node away as a power cut would; {@link #restart} brings it back with its records. */
  public void kill() {
    runner.kill(part);
  }

  /** Starts the node unless it runs; same port, same records. */
  public void restart() {
    runner.start(part);
  }

  /** Lets the node stand still with its connections open, until {@link #resume}. */
  public void pause() {
    runner.pause(part);
  }

  public void resume() {
    runner.resume(part);
  }
}
