package dev.sagashop.audit.watching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sagashop.audit.Audit;
import dev.sagashop.audit.sources.AuditSources;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits round after round, and serves what the last round found. */
public final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final AuditSources sources;
  private final Duration settledFor;
  private final Duration period;
  private final InetSocketAddress address;
  private final Gauges gauges = new Gauges();
  private final Diary diary = new Diary();

  private Watch(
      AuditSources sources, Duration settledFor, Duration period, InetSocketAddress address) {
    this.sources = sources;
    this.settledFor = settledFor;
    this.period = period;
    this.address = address;
  }

  /**
   * @param environment {@code PORT}, {@code SERVER_ADDRESS}, and {@code AUDIT_PERIOD} in seconds
   */
  public static Watch of(
      AuditSources sources, Duration settledFor, Map<String, String> environment) {
    return new Watch(
        sources,
        settledFor,
        Duration.ofSeconds(number(environment, "AUDIT_PERIOD", 60)),
        new InetSocketAddress(
            environment.getOrDefault("SERVER_ADDRESS", "127.0.0.1"),
            number(environment, "PORT", 8088)));
  }

  /**
   * Goes on until the process ends. A start has other things to do first, so it begins by waiting.
   */
  public void run() throws IOException, InterruptedException {
    serve();
    LOG.info("auditing every {} s, served on {}", period.toSeconds(), address);
    Thread.sleep(period);
    try (Audit audit = new Audit(sources, settledFor)) {
      while (true) {
        round(audit);
        Thread.sleep(period);
      }
    }
  }

  /** One round that fails must not be the last one. */
  private void round(Audit audit) {
    try {
      var report = audit.run();
      gauges.show(report);
      diary.write(report);
    } catch (RuntimeException e) {
      LOG.error("the round failed, so nothing is known; the next one follows", e);
    }
  }

  private void serve() throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/metrics", exchange -> answer(exchange, METRICS, gauges.scrape()));
    server.createContext(
        "/health", exchange -> answer(exchange, "application/json", "{\"status\":\"UP\"}"));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String text = environment.getOrDefault(name, "" + otherwise);
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "%s is '%s', expected a number such as %d".formatted(name, text, otherwise));
    }
    return Integer.parseInt(text);
  }
}
