package dev.sagashop.catalog;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures, and the requests that carry and fetch them. */
final class Uploads {

  private static final String BOUNDARY = "ThePartsOfTheUpload";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String origin;

  Uploads(int port) {
    this.origin = "http://localhost:" + port;
  }

  /** Red above, blue below, and a green point that no other picture has. */
  static byte[] picture(String format, int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width, height / 2);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, height / 2, width, height - height / 2);
    graphics.setColor(new Color(0, new Random().nextInt(100, 256), 0));
    graphics.fillRect(new Random().nextInt(width), 0, 1, 1);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] jpeg(int width, int height) {
    return picture("jpg", width, height, BufferedImage.TYPE_INT_RGB);
  }

  HttpResponse<String> upload(
      long productId, byte[] file, @Nullable String alt, String... headers) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        text(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.svg\"\r\nContent-Type: text/html\r\n\r\n"
                .formatted(BOUNDARY)));
    body.writeBytes(file);
    if (alt != null) {
      body.writeBytes(
          text(
              "\r\n--%s\r\nContent-Disposition: form-data; name=\"alt\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s"
                  .formatted(BOUNDARY, alt)));
    }
    body.writeBytes(text("\r\n--%s--\r\n".formatted(BOUNDARY)));
    return send(
        "/products/%d/images".formatted(productId),
        "multipart/form-data; boundary=" + BOUNDARY,
        body.toByteArray(),
        headers);
  }

  HttpResponse<String> send(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .header("Content-Type", type);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request.build(), BodyHandlers.ofString());
  }

  /** An address as clients get it, which has the prefix of the gateway. */
  HttpResponse<byte[]> fetch(String url, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + url.replaceFirst("^/api", "")));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return answer(request.build(), BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException("No answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
