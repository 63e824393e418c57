package dev.sagashop.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** A running provider. {@link Main} is one; a test may start another in its own JVM. */
public final class ProviderSimulator implements AutoCloseable {

  private final HttpServer server;
  private final Journal journal;

  private ProviderSimulator(HttpServer server, Journal journal) {
    this.server = server;
    this.journal = journal;
  }

  /**
   * Starts on the loopback interface.
   *
   * @param port 0 for any that is free
   * @throws BrokenJournal if the journal in the folder cannot be read
   */
  public static ProviderSimulator start(int port, Path journalFolder, Settings settings)
      throws IOException {
    return start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), journalFolder, settings);
  }

  static ProviderSimulator start(InetSocketAddress address, Path journalFolder, Settings settings)
      throws IOException {
    Journal journal = new Journal(journalFolder);
    try {
      Controls controls = new Controls(settings);
      HttpServer server = HttpServer.create(address, 0);
      server.createContext("/", new Routes(new Provider(journal, controls), journal, controls));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      Log.line(
          "Serving on %s, journal %s with %s: %s"
              .formatted(server.getAddress(), journal.path(), journal.totals(), settings));
      return new ProviderSimulator(server, journal);
    } catch (IOException e) {
      journal.close();
      throw new IOException("Cannot serve on %s: %s".formatted(address, e.getMessage()), e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers nobody any more; what was decided is on the disk. */
  @Override
  public void close() throws IOException {
    server.stop(0);
    journal.close();
  }
}
