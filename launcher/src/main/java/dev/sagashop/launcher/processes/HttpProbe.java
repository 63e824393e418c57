package dev.sagashop.launcher.processes;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a health address. */
public final class HttpProbe {
  private static final int TIMEOUT_MILLIS = 1500;

  private HttpProbe() {}

  /** Whether a GET is answered with 200 in time. */
  public static boolean succeeds(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
