package dev.sagashop.gateway.routes;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service that notes what arrives, and answers by path. */
public final class Upstream implements AutoCloseable {

  public record Received(String method, String uri, Headers headers, String body) {
    public String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? "" : String.join(",", values);
    }
  }

  public final List<Received> received = new CopyOnWriteArrayList<>();

  /** What never came to its end. */
  public final BlockingQueue<String> brokenOff = new LinkedBlockingQueue<>();

  final CountDownLatch secondEvent = new CountDownLatch(1);
  final CountDownLatch listenerLeft = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final HttpServer server;
  private final String name;

  public Upstream(String name) {
    this.name = name;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the upstream " + name, e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public Received last() {
    return received.getLast();
  }

  @Override
  public void close() {
    stopped.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      String body = body(exchange, path);
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
      if (path.endsWith("/live")) {
        live(exchange);
      } else if (path.endsWith("/heartbeats")) {
        heartbeats(exchange);
      } else if (path.endsWith("/hang-up")) {
        exchange.close();
      } else if (path.endsWith("/generous")) {
        generous(exchange);
      } else if (path.endsWith("/conflict")) {
        send(exchange, 409, "{\"code\":\"TITLE_TAKEN\"}");
      } else if (path.endsWith("/moved")) {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        send(exchange, 302, "moved");
      } else {
        exchange.getResponseHeaders().add("Set-Cookie", "refresh_token=a; HttpOnly");
        exchange.getResponseHeaders().add("Set-Cookie", "other=b");
        exchange.getResponseHeaders().add("X-Trace-Id", "id-of-the-service");
        send(exchange, 201, name);
      }
    }
  }

  private String body(HttpExchange exchange, String path) throws IOException {
    try {
      return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      brokenOff.add(path);
      throw e;
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /** Says itself what the gateway says, and invites another origin. */
  private static void generous(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", "default-src *");
    headers.set("X-Frame-Options", "ALLOWALL");
    headers.set("X-Content-Type-Options", "sniff");
    headers.set("Referrer-Policy", "unsafe-url");
    headers.set("Access-Control-Allow-Origin", "*");
    headers.set("Access-Control-Allow-Credentials", "true");
    headers.set("X-Powered-By", "upstream");
    headers.set("Cache-Control", "public, max-age=60");
    send(exchange, 200, "generous");
  }

  /** Until nobody listens any more. */
  private void heartbeats(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    try {
      while (!stopped.await(50, TimeUnit.MILLISECONDS)) {
        out.write(": here\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      listenerLeft.countDown();
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var out = exchange.getResponseBody();
    out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    try {
      if (!secondEvent.await(20, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    out.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
  }
}
