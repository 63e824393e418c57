package dev.sagashop.platform.web.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events on a thread of its own, as a browser does. */
public final class EventStream implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InputStream body;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  public record Event(String id, String name, JsonNode data) {}

  private EventStream(InputStream body) {
    this.body = body;
  }

  /** Sends the request, and listens to what it is answered until it is closed. */
  public static EventStream open(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      EventStream stream = new EventStream(response.body());
      Thread.ofVirtual().start(stream::read);
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException("no stream of " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
    }
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      Map<String, String> fields = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.add(line);
        } else if (!line.isEmpty()) {
          String[] parts = line.split(": ", 2);
          fields.put(parts[0], parts[1]);
        } else if (fields.containsKey("data")) {
          events.add(
              new Event(
                  fields.getOrDefault("id", ""),
                  fields.getOrDefault("event", "message"),
                  JsonMapper.shared().readTree(fields.get("data"))));
          fields.clear();
        } else {
          fields.clear();
        }
      }
    } catch (IOException e) {
      if (!ended) {
        ended = true;
        throw new UncheckedIOException("the stream broke", e);
      }
    }
    ended = true;
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Only those of a name. */
  public List<Event> events(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  /** What happened, as the timeline names it. */
  public List<String> happenings() {
    return events.stream().map(event -> event.data().path("what").asString()).toList();
  }

  /** The events once there are so many. */
  public List<Event> atLeast(int count) {
    await().atMost(PATIENCE).until(() -> events.size() >= count);
    return events();
  }

  public void awaitHeartbeat() {
    int before = comments.size();
    await().atMost(PATIENCE).until(() -> comments.size() > before);
  }

  public void awaitEnd() {
    await().atMost(PATIENCE).until(() -> ended);
  }

  @Override
  public void close() throws IOException {
    ended = true;
    body.close();
  }
}
