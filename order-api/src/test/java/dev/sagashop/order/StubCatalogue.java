package dev.sagashop.order;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;

/** A catalogue over HTTP that answers as the real one, and can be told to fail. */
public final class StubCatalogue {

  private record Product(String title, String price, String status) {}

  private final HttpServer server;
  private final Map<Long, Product> products = new ConcurrentHashMap<>();
  private final Deque<Integer> failures = new ConcurrentLinkedDeque<>();
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());

  private StubCatalogue(HttpServer server) {
    this.server = server;
  }

  public static StubCatalogue start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      StubCatalogue catalogue = new StubCatalogue(server);
      server.createContext("/products/batch", catalogue::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return catalogue;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a catalogue", e);
    }
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Forgets failures and products, and sells what the seed data of the shop sells. */
  public void reset() {
    failures.clear();
    authorizations.clear();
    products.clear();
    sell(1, "High-Performance Laptop", "1299.99");
    sell(3, "Wireless Headphones", "149.99");
    sell(4, "The Great Novel", "19.99");
    sell(6, "Cotton T-Shirt", "25.00");
  }

  public void sell(long id, String title, String price) {
    products.put(id, new Product(title, price, "ACTIVE"));
  }

  public void withdraw(long id) {
    Product product = products.get(id);
    if (product != null) {
      products.put(id, new Product(product.title(), product.price(), "INACTIVE"));
    }
  }

  /** The next requests are answered with these statuses. */
  public void failWith(Integer... statuses) {
    failures.addAll(List.of(statuses));
  }

  /** The header {@code Authorization} of each request since the last reset. */
  public List<String> authorizations() {
    return List.copyOf(authorizations);
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    Integer failure = failures.poll();
    if (failure != null) {
      send(exchange, failure, "{\"message\":\"told to fail\"}");
      return;
    }
    List<String> found = new ArrayList<>();
    String query = exchange.getRequestURI().getQuery();
    for (String id : query.substring("ids=".length()).split(",", -1)) {
      Product product = products.get(Long.valueOf(id));
      if (product == null) {
        send(exchange, 404, "{\"message\":\"Product not found with id: %s\"}".formatted(id));
        return;
      }
      found.add(
          """
          {"id":%s,"name":"%s","description":null,"price":%s,"status":"%s","imageUrls":[]}
          """
              .formatted(id, product.title(), product.price(), product.status()));
    }
    send(exchange, 200, "[" + String.join(",", found) + "]");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
