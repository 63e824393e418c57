package dev.sagashop.payment;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Orders over HTTP: each one is open and costs 84.97, unless a test says otherwise. */
final class StubOrders implements AutoCloseable {

  private static final String OPEN = "{\"status\": \"PAYMENT_PENDING\", \"totalAmount\": 84.97}";

  private final HttpServer server;
  private final Map<String, String> others = new ConcurrentHashMap<>();

  private StubOrders(HttpServer server) {
    this.server = server;
  }

  static StubOrders start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var orders = new StubOrders(server);
      server.createContext(
          "/orders/",
          exchange -> {
            String id = exchange.getRequestURI().getPath().substring("/orders/".length());
            String answer = orders.others.getOrDefault(id, OPEN);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.isEmpty() ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return orders;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot answer for orders", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void isMissing(Object order) {
    others.put(order.toString(), "");
  }

  void isCancelled(Object order) {
    others.put(order.toString(), "{\"status\": \"CANCELLED\", \"totalAmount\": 84.97}");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
