package dev.sagashop.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.gateway.GatewayApplication;
import dev.sagashop.gateway.routes.OneUpstream;
import dev.sagashop.gateway.routes.Raw;
import dev.sagashop.gateway.routes.Upstream;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LimitsTest {

  private static final int MEGABYTE = 1 << 20;
  private static final Upstream SERVICE = new Upstream("service");

  @Value("${local.server.port}")
  private int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    OneUpstream.behind(registry, SERVICE);
    // Of each address, and every test comes from one of its own.
    registry.add("TRUSTED_PROXIES", () -> "127.0.0.0/8,::1/128");
    registry.add("GATEWAY_RATE_BURST", () -> 20);
    registry.add("GATEWAY_RATE_LIMIT", () -> 1);
    registry.add("GATEWAY_SIGN_IN_RATE_BURST", () -> 3);
    registry.add("GATEWAY_SIGN_IN_RATE_LIMIT", () -> 1);
  }

  @BeforeEach
  void forget() {
    SERVICE.received.clear();
    SERVICE.brokenOff.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders,1,201",
    "/api/orders,10,413",
    "/api/products/5/images,10,201",
    "/api/products/5/images,12,413",
    "/api/products,10,201",
    "/api/products/5,2,413",
    "/.well-known/jwks.json,2,413",
    "/,2,413"
  })
  void aBodyHasALargestLength(String path, int megabytes, int status) throws Exception {
    byte[] body = new byte[megabytes * MEGABYTE];
    var said = post(path, BodyPublishers.ofByteArray(body));
    assertThat(said.statusCode()).isEqualTo(status);
    var unsaid = post(path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    // Nobody looks at a body that no service gets.
    assertThat(unsaid.statusCode()).isEqualTo(path.equals("/") ? 405 : status);
    if (status == 413) {
      assertThat(said.body()).contains("\"code\":\"CONTENT_TOO_LARGE\"", "\"path\":\"" + path);
      assertThat(said.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      if (path.startsWith("/api/")) {
        assertThat(SERVICE.brokenOff.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      assertThat(SERVICE.received).isEmpty();
    } else {
      assertThat(SERVICE.received)
          .extracting(received -> received.body().length())
          .containsExactly(body.length, body.length);
    }
  }

  @Test
  void aBodyWhoseSenderLeavesIsNoBody() throws Exception {
    try (var sender = new Socket("localhost", port)) {
      sender
          .getOutputStream()
          .write(
              """
              POST /api/orders HTTP/1.1\r
              Host: localhost\r
              Transfer-Encoding: chunked\r
              X-Forwarded-For: 192.0.2.1\r
              \r
              10000\r
              %s\r
              """
                  .formatted("x".repeat(0x10000))
                  .getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(SERVICE.brokenOff.poll(20, TimeUnit.SECONDS)).isEqualTo("/orders");
    assertThat(SERVICE.received).isEmpty();
  }

  @Test
  void aFormHasTheSameLargestLength() throws Exception {
    var form =
        client.send(
            request("/api/orders")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new ByteArrayInputStream(
                                ("a=" + "b".repeat(2 * MEGABYTE))
                                    .getBytes(StandardCharsets.US_ASCII))))
                .build(),
            BodyHandlers.ofString());
    assertThat(form.statusCode()).isEqualTo(413);
    assertThat(SERVICE.received).isEmpty();
  }

  @Test
  void headersHaveALargestLength() throws Exception {
    String answer =
        Raw.send(
            port,
            "GET /api/orders HTTP/1.1\nHost: localhost\nConnection: close\nX-Long: %s\n\n"
                .formatted("x".repeat(20_000)));
    assertThat(answer)
        .startsWith("HTTP/1.1 431 ")
        .contains("\"code\":\"REQUEST_HEADER_FIELDS_TOO_LARGE\"");
    assertThat(SERVICE.received).isEmpty();
  }

  @Test
  void anAddressThatAsksTooOftenHasToWait() throws Exception {
    HttpResponse<String> last = get("/api/orders", "198.51.100.1");
    for (int i = 0; i < 200 && last.statusCode() != 429; i++) {
      last = get("/api/orders", "198.51.100.1");
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
    assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isEqualTo(1);
    assertThat(last.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(get("/api/orders", "198.51.100.2").statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({"/api/auth/login,2001:db8:1::%d", "/api/%%61uth/login,2001:db8:2::%d"})
  void whoTriesPasswordsHasToWaitSooner(String path, String address) throws Exception {
    HttpResponse<String> last = get(path.formatted(), address.formatted(1));
    for (int i = 2; i < 15 && last.statusCode() != 429; i++) {
      last = get(path.formatted(), address.formatted(i));
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(get("/api/orders", address.formatted(99)).statusCode()).isEqualTo(201);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/octet-stream")
            .header("X-Forwarded-For", "192.0.2." + (1 + path.length()))
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path, String from) throws Exception {
    return client.send(
        request(path).header("X-Forwarded-For", from).build(), BodyHandlers.ofString());
  }
}
