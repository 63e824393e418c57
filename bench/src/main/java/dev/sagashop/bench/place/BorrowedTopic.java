package dev.sagashop.bench.place;

import dev.sagashop.bench.BenchException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic beside the shop's own; it is deleted at the end, with its dead-letter topic. */
public final class BorrowedTopic implements AutoCloseable {

  private static final String PREFIX = "bench-";

  private final Admin admin;
  private final String name;

  private BorrowedTopic(Admin admin, String name) {
    this.admin = admin;
    this.name = name;
  }

  /** With as many partitions as the broker gives by default. */
  public static BorrowedTopic create(Place place) {
    Admin admin = Admin.create(Map.of("bootstrap.servers", place.kafka()));
    var topic = new BorrowedTopic(admin, PREFIX + UUID.randomUUID());
    try {
      // One that was interrupted has left its own behind.
      topic.deleteAll(PREFIX);
      var wanted = new NewTopic(topic.name, Optional.empty(), Optional.empty());
      admin.createTopics(List.of(wanted)).all().get();
    } catch (ExecutionException error) {
      admin.close();
      throw failed("create topic " + topic.name, error);
    } catch (InterruptedException interrupted) {
      admin.close();
      Thread.currentThread().interrupt();
      throw failed("create topic " + topic.name, interrupted);
    }
    return topic;
  }

  public String name() {
    return name;
  }

  @Override
  public void close() {
    try (admin) {
      deleteAll(name);
    } catch (ExecutionException error) {
      throw failed("delete topic " + name, error);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed("delete topic " + name, interrupted);
    }
  }

  private void deleteAll(String prefix) throws ExecutionException, InterruptedException {
    List<String> names =
        admin.listTopics().names().get().stream().filter(it -> it.startsWith(prefix)).toList();
    admin.deleteTopics(names).all().get();
  }

  private static BenchException failed(String what, Exception error) {
    return new BenchException(
        "Cannot %s: %s; look at ./shop status and ./shop logs kafka"
            .formatted(what, error.getMessage()),
        error);
  }
}
