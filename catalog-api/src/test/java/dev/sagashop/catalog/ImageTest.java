package dev.sagashop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImageTest extends CatalogTest {

  /** A lossless WebP of one pixel, for the JDK writes none. */
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

  private Uploads uploads = new Uploads(0);

  @BeforeEach
  void connectUploads(@Value("${local.server.port}") int port) {
    uploads = new Uploads(port);
  }

  @Test
  void showsAnUploadInThreeSizesWithoutWhatElseItCarried() throws IOException {
    long id = product();
    byte[] upload = withComment(Uploads.jpeg(2000, 1000), "home of the seller");
    JsonNode image = uploaded(id, upload, "Red above blue");
    assertThat(image.path("alt").asString()).isEqualTo("Red above blue");
    assertThat(image.path("width").asInt()).isEqualTo(2000);
    assertThat(image.path("height").asInt()).isEqualTo(1000);
    assertThat(image.path("thumbnails").propertyNames()).containsExactly("160", "480", "960");
    assertThat(image.path("url")).isEqualTo(image.path("thumbnails").path("960"));

    JsonNode product = http().get("/products/" + id).body();
    assertThat(product.path("images").path(0)).isEqualTo(image);
    assertThat(product.path("imageUrls").path(0)).isEqualTo(image.path("url"));
    for (int width : List.of(160, 480, 960)) {
      HttpResponse<byte[]> file =
          uploads.fetch(image.path("thumbnails").path("" + width).asString());
      assertThat(file.statusCode()).isEqualTo(200);
      BufferedImage shown = ImageIO.read(new ByteArrayInputStream(file.body()));
      assertThat(shown.getWidth()).isEqualTo(width);
      assertThat(shown.getHeight()).isEqualTo(width / 2);
      assertThat(new Color(shown.getRGB(width / 2, width / 8)).getRed()).isGreaterThan(200);
      assertThat(new Color(shown.getRGB(width / 2, width * 3 / 8)).getBlue()).isGreaterThan(200);
      assertThat(new String(file.body(), StandardCharsets.ISO_8859_1))
          .doesNotContain("home of the seller");
    }
  }

  @Test
  void letsBrowsersKeepFilesAndGuessNothing() {
    String url = uploaded(product(), Uploads.jpeg(20, 10), null).path("url").asString();
    HttpResponse<byte[]> file = uploads.fetch(url);
    assertThat(header(file, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    assertThat(header(file, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(header(file, "Content-Disposition")).isEqualTo("inline");
    assertThat(uploads.fetch(url, "If-None-Match", header(file, "ETag")).statusCode())
        .isEqualTo(304);
  }

  @Test
  void keepsWhatShinesThrough() throws IOException {
    byte[] upload = Uploads.picture("png", 30, 30, BufferedImage.TYPE_INT_ARGB);
    // The helper fills everything, so take the lower half away.
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(upload));
    image.setRGB(5, 25, 0);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    JsonNode shown = uploaded(product(), bytes.toByteArray(), null);
    assertThat(shown.path("url").asString()).endsWith(".png");
    HttpResponse<byte[]> file = uploads.fetch(shown.path("url").asString());
    assertThat(header(file, "Content-Type")).isEqualTo("image/png");
    assertThat(ImageIO.read(new ByteArrayInputStream(file.body())).getRGB(5, 25) >>> 24).isZero();
  }

  @Test
  void turnsPicturesUprightAsTheCameraWasHeld() throws IOException {
    JsonNode image = uploaded(product(), turned(Uploads.jpeg(40, 20)), null);
    assertThat(image.path("width").asInt()).isEqualTo(20);
    assertThat(image.path("height").asInt()).isEqualTo(40);
    BufferedImage shown =
        ImageIO.read(new ByteArrayInputStream(uploads.fetch(image.path("url").asString()).body()));
    assertThat(shown.getWidth()).isEqualTo(20);
    // A quarter turn clockwise brings what was above to the right.
    assertThat(new Color(shown.getRGB(17, 20)).getRed()).isGreaterThan(150);
    assertThat(new Color(shown.getRGB(3, 20)).getBlue()).isGreaterThan(150);
  }

  @Test
  void readsGifAndWebP() {
    long id = product();
    byte[] gif = Uploads.picture("gif", 30, 20, BufferedImage.TYPE_INT_RGB);
    assertThat(uploaded(id, gif, null).path("width").asInt()).isEqualTo(30);
    assertThat(uploaded(id, WEBP, null).path("width").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        "<!doctype html><script>alert(1)</script>",
        "",
        "BM6\u0000\u0000\u0000",
        "II*\u0000"
      })
  void refusesWhatIsNoPicture(String content) {
    long id = product();
    HttpResponse<String> answer =
        uploads.upload(id, content.getBytes(StandardCharsets.ISO_8859_1), null, ADMIN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
    assertThat(answer.body()).contains("UNSUPPORTED_IMAGE");
    assertThat(http().get("/products/" + id).body().path("images").isEmpty()).isTrue();
  }

  @Test
  void refusesDamagedPictures() {
    byte[] png = Uploads.picture("png", 300, 300, BufferedImage.TYPE_INT_RGB);
    HttpResponse<String> answer =
        uploads.upload(product(), Arrays.copyOf(png, png.length / 2), null, ADMIN);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UNREADABLE_IMAGE");
  }

  /** The header alone says it: there are no pixels. */
  @Test
  void refusesTooManyPixelsBeforeReadingOne() {
    byte[] png = Uploads.picture("png", 10, 10, BufferedImage.TYPE_INT_RGB);
    byte[] bomb = Arrays.copyOf(png, png.length);
    // Width and height of the header, at 16 and 20; the checksum at 29 follows them.
    System.arraycopy(new byte[] {0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10}, 0, bomb, 16, 8);
    var crc = new java.util.zip.CRC32();
    crc.update(bomb, 12, 17);
    for (int i = 0; i < 4; i++) {
      bomb[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
    }
    HttpResponse<String> answer = uploads.upload(product(), bomb, null, ADMIN);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("10000 x 10000 pixels", "IMAGE_TOO_LARGE");
  }

  @Test
  void refusesLargeFilesAndBrokenBodies() {
    long id = product();
    byte[] large = Arrays.copyOf(Uploads.jpeg(10, 10), 10 * 1024 * 1024 + 1);
    assertThat(uploads.upload(id, large, null, ADMIN).statusCode()).isEqualTo(413);
    String path = "/products/%d/images".formatted(id);
    byte[] broken = "nonsense".getBytes(StandardCharsets.UTF_8);
    assertThat(uploads.send(path, "multipart/form-data", broken, ADMIN).statusCode())
        .isEqualTo(400);
    assertThat(uploads.send(path, "multipart/form-data; boundary=x", broken, ADMIN).statusCode())
        .isEqualTo(400);
    assertThat(uploads.send(path, "image/jpeg", Uploads.jpeg(5, 5), ADMIN).statusCode())
        .isEqualTo(415);
    assertThat(uploads.upload(id, Uploads.jpeg(5, 5), "x".repeat(256), ADMIN).statusCode())
        .isEqualTo(400);
    assertThat(uploads.upload(999999, Uploads.jpeg(5, 5), null, ADMIN).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsTheSamePictureOnceAndShowsItOnce() {
    byte[] upload = Uploads.jpeg(50, 50);
    long id = product();
    JsonNode first = uploaded(id, upload, "first");
    assertThat(uploaded(id, upload, "second")).isEqualTo(first);
    assertThat(http().get("/products/" + id).body().path("images").size()).isEqualTo(1);
    assertThat(uploaded(product(), upload, null).path("url")).isEqualTo(first.path("url"));
  }

  @Test
  void arrangesImagesAndRemovesThem() {
    long id = product();
    long a = uploaded(id, Uploads.jpeg(20, 20), "a").path("id").asLong();
    long b = uploaded(id, Uploads.jpeg(30, 30), "b").path("id").asLong();
    long c = uploaded(id, Uploads.jpeg(40, 40), "c").path("id").asLong();
    long version = http().get("/products/" + id).body().path("version").asLong();

    Http.Answer arranged =
        put(
            "/products/%d/images".formatted(id),
            Map.of("images", List.of(entry(c, null), entry(a, "A"), entry(b, null))));
    assertThat(arranged.status()).as(arranged.response().body()).isEqualTo(200);
    assertThat(ids(arranged.body())).containsExactly(c, a, b);
    assertThat(arranged.body().path(1).path("alt").asString()).isEqualTo("A");
    assertThat(arranged.body().path(2).path("alt").asString()).isEqualTo("b");
    assertThat(http().get("/products/" + id).body().path("version").asLong())
        .isEqualTo(version + 1);

    Http.Answer incomplete =
        put("/products/%d/images".formatted(id), Map.of("images", List.of(entry(c, null))));
    assertThat(incomplete.status()).isEqualTo(409);
    assertThat(incomplete.text("code")).isEqualTo("IMAGES_CHANGED");

    String removal = "/products/%d/images/%d".formatted(id, a);
    assertThat(http().send("DELETE", removal, null, ADMIN).status()).isEqualTo(204);
    assertThat(http().send("DELETE", removal, null, ADMIN).status()).isEqualTo(204);
    assertThat(ids(http().get("/products/" + id).body().path("images"))).containsExactly(c, b);
  }

  @Test
  void keepsIdsAndWordsWhenOldClientsSendTheAddressesBack() {
    long id = product();
    JsonNode first = uploaded(id, Uploads.jpeg(20, 20), "first");
    JsonNode second = uploaded(id, Uploads.jpeg(30, 30), "second");
    String elsewhere = "https://example.com/third.png";
    Http.Answer answer =
        put(
            "/products/" + id,
            Map.of(
                "name",
                "Vase",
                "price",
                3,
                "imageUrls",
                List.of(
                    second.path("url").asString(),
                    elsewhere,
                    // Another size of the same picture is the same picture.
                    first.path("thumbnails").path("160").asString())));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    JsonNode images = answer.body().path("images");
    assertThat(images.path(0)).isEqualTo(second);
    assertThat(images.path(1).path("url").asString()).isEqualTo(elsewhere);
    assertThat(images.path(1).path("width").isNull()).isTrue();
    assertThat(images.path(1).path("thumbnails").isEmpty()).isTrue();
    assertThat(images.path(2)).isEqualTo(first);
  }

  @Test
  void makesUploadsOfDataUrls() {
    String data =
        "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(Uploads.jpeg(30, 30));
    Http.Answer answer =
        http()
            .post(
                "/products",
                Map.of("name", "Vase", "price", 3, "imageUrls", List.of(data, data)),
                ADMIN);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.body().path("imageUrls").size()).isEqualTo(1);
    String url = answer.body().path("imageUrls").path(0).asString();
    assertThat(url).startsWith("/api/products/images/");
    assertThat(uploads.fetch(url).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html;base64,PGI+",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "data:image/png;base64,AA==",
        "data:image/png,x",
        "//example.com/a.png",
        "file:///etc/passwd",
        "https://",
        "https://example.com/\" onerror=\"alert(1)",
        "/api/products/images/../../etc/passwd",
        "/api/products/images/0000000000000000000000000000000000000000000000000000000000000000-960.jpg"
      })
  void refusesOtherAddresses(String url) {
    Http.Answer answer =
        http()
            .post(
                "/products",
                Map.of(
                    "name",
                    "Vase",
                    "price",
                    3,
                    "imageUrls",
                    List.of("https://example.com/a.png", url)),
                ADMIN);
    assertInvalid(answer, "imageUrls[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/products/images/prices",
        "/products/images/x.jpg",
        "/products/images/..%5C..%5Cetc",
        "/products/images/0000000000000000000000000000000000000000000000000000000000000000-960.jpg",
        "/products/images/0000000000000000000000000000000000000000000000000000000000000000-961.jpg"
      })
  void findsNoOtherFiles(String path) {
    assertThat(uploads.fetch(path, ADMIN).statusCode()).isIn(400, 404);
  }

  /** Nobody, customer, support, admin. */
  @ParameterizedTest
  @CsvSource({
    "PUT, /products/999999/images, 401, 403, 403, 400",
    "DELETE, /products/999999/images/1, 401, 403, 403, 404",
    "POST, /products/999999/images, 401, 403, 403, 415"
  })
  void letsOnlyAdminsChangeImages(
      String method, String path, int nobody, int customer, int support, int admin) {
    assertThat(http().send(method, path, Map.of(), NOBODY).status()).isEqualTo(nobody);
    assertThat(http().send(method, path, Map.of(), CUSTOMER).status()).isEqualTo(customer);
    assertThat(http().send(method, path, Map.of(), SUPPORT).status()).isEqualTo(support);
    assertThat(http().send(method, path, Map.of(), ADMIN).status()).isEqualTo(admin);
  }

  private long product() {
    return http()
        .post("/products", Map.of("name", "Vase", "price", 3), ADMIN)
        .body()
        .path("id")
        .asLong();
  }

  private JsonNode uploaded(long id, byte[] file, @Nullable String alt) {
    HttpResponse<String> answer = uploads.upload(id, file, alt, ADMIN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonMapper().readTree(answer.body());
  }

  private Http.Answer put(String path, Object body) {
    return http().send("PUT", path, body, ADMIN);
  }

  private static Map<String, Object> entry(long id, @Nullable String alt) {
    return alt == null ? Map.of("id", id) : Map.of("id", id, "alt", alt);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** Puts a segment behind the first two bytes of a JPEG. */
  private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    int length = content.length + 2;
    bytes.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >>> 8), (byte) length});
    bytes.writeBytes(content);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  private static byte[] withComment(byte[] jpeg, String comment) {
    return withSegment(jpeg, 0xfe, comment.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** EXIF says: the camera was held a quarter turn anticlockwise (6). */
  private static byte[] turned(byte[] jpeg) {
    byte[] exif = {
      'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6,
      0, 0, 0, 0, 0, 0
    };
    return withSegment(jpeg, 0xe1, exif);
  }
}
