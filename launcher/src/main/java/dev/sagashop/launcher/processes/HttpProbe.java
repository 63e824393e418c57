package dev.sagashop.launcher.processes;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks a health address. */
public final class HttpProbe {
  private static final int TIMEOUT_MILLIS = 1500;

  private HttpProbe() {}

  /** Whether a GET is answered with 200 in time. */
  public static boolean succeeds(String url) {
    return body(url).isPresent();
  }

  /** What a GET is answered with, if that is 200 and comes in time. */
  public static Optional<String> body(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
          return Optional.empty();
        }
        try (InputStream body = connection.getInputStream()) {
          return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
