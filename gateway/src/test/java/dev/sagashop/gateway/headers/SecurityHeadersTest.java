package dev.sagashop.gateway.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.gateway.GatewayApplication;
import dev.sagashop.gateway.routes.OneUpstream;
import dev.sagashop.gateway.routes.Raw;
import dev.sagashop.gateway.routes.Upstream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
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
class SecurityHeadersTest {

  private static final Upstream SERVICE = new Upstream("service");

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void behindAProxy(DynamicPropertyRegistry registry) {
    OneUpstream.behind(registry, SERVICE);
    registry.add("TRUSTED_PROXIES", () -> "127.0.0.0/8,::1/128,203.0.113.0/24");
  }

  @BeforeEach
  void forget() {
    SERVICE.received.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders,201,data",
    "/api/orders/conflict,409,data",
    "/api/orders/generous,200,data",
    "/api/nothing,404,data",
    "/.well-known/jwks.json,201,data",
    "/,404,app",
    "/assets/gone.js,404,app",
    "/actuator/health,404,app",
    "/a;b,400,app",
    "'/a|b',400,data",
    "/a%2fb,400,data",
    "/healthz,200,app"
  })
  void everyAnswerCarriesThemOnce(String path, int status, String policy) throws IOException {
    String answer = send(path);
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(values(answer, "X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(values(answer, "X-Frame-Options")).containsExactly("DENY");
    assertThat(values(answer, "Referrer-Policy"))
        .containsExactly("strict-origin-when-cross-origin");
    assertThat(values(answer, "Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    assertThat(values(answer, "Permissions-Policy")).singleElement().asString().contains("camera");
    assertThat(values(answer, "Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith(policy.equals("data") ? "default-src 'none'" : "default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(values(answer, "X-Trace-Id")).hasSize(1);
    assertThat(values(answer, "Strict-Transport-Security")).isEmpty();
    if (status >= 400 && !path.endsWith("conflict")) {
      assertThat(values(answer, "Content-Type")).containsExactly("application/problem+json");
      assertThat(answer).contains("\"status\":" + status, "\"code\":");
    }
    assertThat(values(answer, "X-Powered-By")).isEmpty();
  }

  @Test
  void whatAServiceSaysAboutCachingStays() throws IOException {
    assertThat(values(send("/api/products/generous"), "Cache-Control"))
        .containsExactly("public, max-age=60");
    assertThat(values(send("/api/orders"), "Cache-Control"))
        .singleElement()
        .asString()
        .contains("no-store");
  }

  @Test
  void noServiceInvitesAnotherOrigin() throws IOException {
    String answer = send("/api/orders/generous", "Origin: https://evil.example");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control-");
  }

  @Test
  void aPreflightOfAnotherOriginIsRefused() throws IOException {
    String answer =
        Raw.send(
            port,
            """
            OPTIONS /api/orders HTTP/1.1
            Host: localhost
            Origin: https://evil.example
            Access-Control-Request-Method: POST
            Access-Control-Request-Headers: authorization
            Connection: close

            """);
    assertThat(answer).startsWith("HTTP/1.1 403 ").contains("\"code\":\"FOREIGN_ORIGIN\"");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control-allow");
    assertThat(SERVICE.received).isEmpty();
  }

  @Test
  void aTrustedProxySaysWhereARequestCameFrom() throws IOException {
    String answer =
        send(
            "/api/orders",
            "X-Forwarded-For: 6.6.6.6, 198.51.100.7, 203.0.113.9",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: shop.example",
            "X-Forwarded-Port: 443");
    assertThat(values(answer, "Strict-Transport-Security"))
        .containsExactly("max-age=31536000 ; includeSubDomains");
    assertThat(SERVICE.last().header("X-Forwarded-For")).isEqualTo("198.51.100.7");
    assertThat(SERVICE.last().header("X-Forwarded-Proto")).isEqualTo("https");
    assertThat(SERVICE.last().header("X-Forwarded-Host")).isEqualTo("shop.example");
    assertThat(SERVICE.last().header("X-Forwarded-Port")).isEqualTo("443");
  }

  private String send(String path, String... headers) throws IOException {
    return Raw.send(
        port,
        "GET "
            + path
            + " HTTP/1.1\nHost: localhost\nConnection: close\n"
            + Stream.of(headers).map(header -> header + "\n").reduce("", String::concat)
            + "\n");
  }

  private static List<String> values(String answer, String header) {
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
        .map(line -> line.substring(header.length() + 1).strip())
        .toList();
  }
}
