package dev.sagashop.launcher.kafka;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.ClassArchive;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Kafka node, broker and controller in one. Everything it writes stays in its data folder; a
 * record that was acknowledged survives the end of the process.
 */
public final class KafkaPart implements Part {
  private static final String CLUSTER_ID = "c2FnYXNob3AtbG9jYWwta2E";

  private final Path data;
  private final int port;
  private final int controllerPort;
  private final List<String> topics;

  /**
   * @param topics that exist before anybody uses the node, so that no consumer has to look for them
   */
  public KafkaPart(Path data, int port, int controllerPort, List<String> topics) {
    this.data = data;
    this.port = port;
    this.controllerPort = controllerPort;
    this.topics = List.copyOf(topics);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return bootstrapServers();
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
    Files.write(configuration(), properties());
    if (!Files.exists(log().resolve("meta.properties"))) {
      format();
    }
  }

  private void format() {
    Tools.runOrFail(
        program(
            List.of(),
            "kafka.tools.StorageTool",
            "format",
            "--config",
            configuration().toString(),
            "--cluster-id",
            CLUSTER_ID,
            "--ignore-formatted"));
  }

  @Override
  public Launch launch() {
    return program(archive().flags(), "kafka.Kafka", configuration().toString());
  }

  private Launch program(List<String> flags, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Tools.java());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Xms128m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dlog4j2.statusLoggerLevel=OFF",
            // A lone node asks itself to register before it leads itself: logged as an error there,
            // and answered by asking again. Who asked reports what matters.
            "-Dorg.slf4j.simpleLogger.log.kafka.server.ControllerApis=off",
            "-cp",
            libraries().resolve("*").toString(),
            mainClass));
    command.addAll(List.of(arguments));
    return new Launch(command, Map.of(), data);
  }

  @Override
  public boolean isHealthy() {
    return KafkaProbe.answers(port);
  }

  @Override
  public void complete() {
    // The client that can create topics takes a second of a start, and is needed once.
    if (!topics.stream().allMatch(topic -> Files.exists(log().resolve(topic + "-0")))) {
      KafkaTopics.create(bootstrapServers(), topics);
    }
  }

  @Override
  public void stopped() throws IOException {
    archive().publish();
  }

  /** The first stop also writes the class archive. */
  @Override
  public Duration stopLimit() {
    return Duration.ofMinutes(1);
  }

  private ClassArchive archive() {
    return ClassArchive.in(libraries(), port);
  }

  private static Path libraries() {
    return Checkout.find().libraries();
  }

  private Path log() {
    return data.resolve("log");
  }

  private Path configuration() {
    return data.resolve("server.properties");
  }

  private List<String> properties() {
    return List.of(
        "process.roles=broker,controller",
        "node.id=1",
        "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
        "listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(port, controllerPort),
        "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names=CONTROLLER",
        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs=" + log(),
        "auto.create.topics.enable=false",
        "num.partitions=3",
        "offsets.topic.replication.factor=1",
        "offsets.topic.num.partitions=1",
        "transaction.state.log.replication.factor=1",
        "transaction.state.log.min.isr=1",
        "transaction.state.log.num.partitions=1",
        "share.coordinator.state.topic.replication.factor=1",
        "share.coordinator.state.topic.min.isr=1",
        "group.initial.rebalance.delay.ms=0",
        // After a crash the node may register again only when its last session has expired.
        "broker.heartbeat.interval.ms=500",
        "broker.session.timeout.ms=3000",
        // The default reserves 128 MB of the heap for compaction.
        "log.cleaner.dedupe.buffer.size=16777216");
  }
}
