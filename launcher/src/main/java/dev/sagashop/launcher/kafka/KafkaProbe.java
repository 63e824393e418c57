package dev.sagashop.launcher.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks the broker for its API versions, the first request of every client; no client needed. */
final class KafkaProbe {
  private static final int TIMEOUT_MILLIS = 1500;
  private static final short API_VERSIONS = 18;
  private static final int CORRELATION = 7;

  private KafkaProbe() {}

  static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream request = new DataOutputStream(socket.getOutputStream());
      request.writeInt(2 + 2 + 4 + 2);
      request.writeShort(API_VERSIONS);
      request.writeShort(0);
      request.writeInt(CORRELATION);
      request.writeShort(-1);
      request.flush();
      DataInputStream answer = new DataInputStream(socket.getInputStream());
      int length = answer.readInt();
      return length > 4 && answer.readInt() == CORRELATION;
    } catch (IOException e) {
      return false;
    }
  }
}
