package dev.sagashop.launcher.processes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether anybody listens. */
public final class TcpProbe {
  private static final int TIMEOUT_MILLIS = 1000;

  private TcpProbe() {}

  /**
   * Whether a connection is accepted.
   *
   * @param address as {@code host:port}
   */
  public static boolean connects(String address) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
          TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
