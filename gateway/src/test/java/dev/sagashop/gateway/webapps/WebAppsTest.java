package dev.sagashop.gateway.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.gateway.GatewayApplication;
import dev.sagashop.gateway.routes.OneUpstream;
import dev.sagashop.gateway.routes.Raw;
import dev.sagashop.gateway.routes.Upstream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebAppsTest {

  private static final Upstream SERVICE = new Upstream("service");
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir private static Path folder;

  @Value("${local.server.port}")
  private int port;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @DynamicPropertySource
  static void apps(DynamicPropertyRegistry registry) {
    OneUpstream.behind(registry, SERVICE);
    registry.add("CUSTOMER_WEB_DIR", () -> folder.resolve("customer").toString());
    registry.add("ADMIN_PANEL_DIR", () -> folder.resolve("admin").toString());
  }

  @BeforeAll
  static void build() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "secret");
    write("customer/index.html", "<h1>customer</h1>");
    write("customer/robots.txt", "crawlers");
    write("customer/.vite/manifest.json", "{}");
    write("customer/assets/app-1a2b.js", "plain");
    write("customer/assets/app-1a2b.js.br", "brotli");
    write("customer/assets/app-1a2b.js.gz", "gzip");
    write("admin/index.html", "<h1>admin</h1>");
    write("admin/assets/admin-3c4d.css", "css");
  }

  private static void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @ParameterizedTest
  @CsvSource({
    "/,customer",
    "/index.html,customer",
    "/orders/8,customer",
    "/administration,customer",
    "/admin/,admin",
    "/admin/index.html,admin",
    "/admin/orders/8/timeline,admin",
    "/admin/orders/,admin",
  })
  void aPageOfAnAppIsItsOneFile(String path, String app) throws Exception {
    var page = get(path, "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("<h1>" + app + "</h1>");
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");

    var again =
        get(path, "Accept", BROWSER, "If-None-Match", page.headers().firstValue("ETag").orElse(""));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aNewBuildHasAnotherTag() throws Exception {
    write("admin/changing.txt", "old!");
    String before = get("/admin/changing.txt").headers().firstValue("ETag").orElse("");
    write("admin/changing.txt", "new!");
    assertThat(get("/admin/changing.txt", "If-None-Match", before).body()).isEqualTo("new!");
  }

  @Test
  void theAdminAppIsAFolder() throws Exception {
    var moved = get("/admin?tab=refunds");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location")).hasValue("/admin/?tab=refunds");
  }

  @ParameterizedTest
  @CsvSource({"/assets/app-1a2b.js,plain", "/admin/assets/admin-3c4d.css,css"})
  void whatHasAHashInItsNameIsKeptForEver(String path, String content) throws Exception {
    var asset = get(path);
    assertThat(asset.body()).isEqualTo(content);
    assertThat(asset.headers().allValues("Cache-Control"))
        .containsExactly("max-age=31536000, public, immutable");
  }

  @ParameterizedTest
  @CsvSource({"br,brotli", "gzip,gzip", "'br, gzip, zstd',brotli"})
  void aCompressedFileBesideItIsPreferred(String accepted, String content) throws Exception {
    var asset = get("/assets/app-1a2b.js", "Accept-Encoding", accepted);
    assertThat(asset.body()).isEqualTo(content);
    assertThat(asset.headers().firstValue("Content-Encoding"))
        .hasValue(content.equals("brotli") ? "br" : "gzip");
    assertThat(asset.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(asset.headers().firstValue("Content-Type").orElse("")).contains("javascript");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/gone-1a2b.js",
        "/assets/gone",
        "/admin/assets/gone.css",
        "/favicon.ico",
        "/.vite/manifest.json",
        "/admin/orders/8.json",
        "/api/shipments",
        "/api",
        "/actuator",
        "/actuator/health",
        "/v3/api-docs",
        "/swagger-ui/index.html",
        "/swagger-ui/"
      })
  void whatIsNoPageIsNotFound(String path) throws Exception {
    var answer = get(path, "Accept", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void aProgramThatAsksForAPageThatIsNoneGetsNone() throws Exception {
    assertThat(get("/orders/8", "Accept", "application/json").statusCode()).isEqualTo(404);
    assertThat(get("/orders/8").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/%252e%252e/%252e%252e/secret.txt",
        "/assets/..%5c..%5csecret.txt",
        "/assets/....//....//secret.txt",
        "/admin/..;/secret.txt",
        "/admin//../../secret.txt",
        "/file:/etc/passwd",
        "/admin/assets/../../customer/robots.txt",
        "/%00secret.txt"
      })
  void nothingBesideTheAppsIsServed(String path) throws IOException {
    String answer =
        Raw.send(port, "GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
    assertThat(answer)
        .matches("(?s)HTTP/1\\.1 (400|404) .*")
        .doesNotContain("secret\n", "crawlers");
    assertThat(answer).doesNotEndWith("secret");
  }

  @Test
  void appsAreOnlyRead() throws Exception {
    var answer =
        client.send(
            request("/robots.txt").PUT(HttpRequest.BodyPublishers.ofString("x")).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(405);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
