package dev.sagashop.audit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A payment provider that serves the journal it is told to. */
final class ToldProvider implements AutoCloseable {
  private final HttpServer server;
  private volatile List<String> journal;

  private ToldProvider(HttpServer server, List<String> journal) {
    this.server = server;
    this.journal = journal;
  }

  static ToldProvider start(List<String> journal) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ToldProvider provider = new ToldProvider(server, journal);
      server.createContext(
          "/journal",
          exchange -> {
            byte[] body =
                ("[" + String.join(",", provider.journal) + "]").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve a journal", e);
    }
  }

  void say(List<String> entries) {
    journal = List.copyOf(entries);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
