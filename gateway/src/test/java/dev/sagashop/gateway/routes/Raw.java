package dev.sagashop.gateway.routes;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests past any client that would tidy them up. */
public final class Raw {

  private Raw() {}

  /** The whole answer to a request that asks to close the connection. */
  public static String send(int port, String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
