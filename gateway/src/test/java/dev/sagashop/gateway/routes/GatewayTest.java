package dev.sagashop.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.gateway.GatewayApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayTest {

  private static final Upstream IDENTITY = new Upstream("identity");
  private static final Upstream CATALOG = new Upstream("catalog");
  private static final Upstream INVENTORY = new Upstream("inventory");
  private static final Upstream ORDER = new Upstream("order");

  @Value("${local.server.port}")
  private int port;

  @Value("${local.management.port}")
  private int managementPort;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    registry.add("IDENTITY_URL", IDENTITY::origin);
    registry.add("CATALOG_URL", CATALOG::origin);
    registry.add("INVENTORY_URL", INVENTORY::origin);
    registry.add("ORDER_URL", ORDER::origin);
    registry.add("PAYMENT_URL", () -> "http://localhost:" + closedPort());
    registry.add("MANAGEMENT_PORT", () -> 0);
  }

  @BeforeEach
  void forget() {
    for (Upstream upstream : new Upstream[] {IDENTITY, CATALOG, INVENTORY, ORDER}) {
      upstream.received.clear();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/auth/login,/auth/login,identity",
    "/api/users/me,/users/me,identity",
    "/.well-known/jwks.json,/.well-known/jwks.json,identity",
    "/api/products,/products,catalog",
    "/api/products/5?size=2&q=a%20b%26c,/products/5?size=2&q=a%20b%26c,catalog",
    "/api/categories,/categories,catalog",
    "/api/inventory/batch,/inventory/batch,inventory",
    "/api/inventory/events,/inventory/events,inventory",
    "/api/orders/,/orders/,order",
    "/api/orders/8/cancel,/orders/8/cancel,order",
    "/api/operations/dead-letters,/operations/dead-letters,order",
    "/api/operations/dead-letters/a.DLT/0/7/replay,/operations/dead-letters/a.DLT/0/7/replay,order",
    "/api/operations/sagas?page=2,/operations/sagas?page=2,order",
    "/api/operations/sagas/checkout-7/restart,/operations/sagas/checkout-7/restart,order",
    "/api/operations/events,/operations/events,order",
    "/api/operations/links,/operations/links,order",
    "/api/orders/8/events?lastEventId=5,/orders/8/events?lastEventId=5,order",
    "/api/operations/outbox/order-service?topic=a%20b%26c&after=2,/operations/outbox?topic=a%20b%26c&after=2,order",
    "/api/operations/outbox/inventory-service/7/requeue,/operations/outbox/7/requeue,inventory"
  })
  void everyPrefixGoesToItsService(String path, String arrives, String service) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo(service);
    assertThat(upstream(service).last().uri()).isEqualTo(arrives);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/ordersX",
        "/api",
        "/api/",
        "/orders",
        "/api/shipments",
        "/v3/api-docs",
        "/swagger-ui/index.html",
        "/api/actuator/health",
        "/api/operations",
        "/api/operations/sagasX",
        "/api/operations/outbox/catalog-service",
        "/api/operations/outbox/order-serviceX",
        "/api/v3/api-docs",
        "/actuator",
        "/actuator/env",
        "/actuator/health/readiness",
        "/actuator/prometheus",
        "/swagger-ui.html",
        "/api/swagger-ui.html"
      })
  void whatNoRouteNamesIsNotFound(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"", "\"path\":\"" + path + "\"");
    assertNothingArrived();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/orders/../actuator/health",
        "/api/orders/..;/actuator/health",
        "/api/orders/%2e%2e/actuator/health",
        "/api/orders/.%2e/actuator/health",
        "/api/orders/..%2factuator",
        "/api/orders%2f..%2factuator",
        "/api/orders/%252e%252e/actuator",
        "/api/orders\\..\\actuator",
        "/api/orders/..%5cactuator",
        "/api//actuator/health",
        "/api/orders//../../actuator",
        "//api/actuator",
        "/api/./actuator/health",
        "/api/operations/outbox/order-service/..;/..;/actuator/health",
        "/actuator;x",
        "/actuator;x/health",
        "//actuator/prometheus",
        "/./actuator/prometheus",
        "/%61ctuator/prometheus",
        "/actuator%2fprometheus",
        "/actuator%2Fprometheus",
        "/actuator/prometheus%00",
        "/admin/..%2factuator",
        "/.well-known/../actuator/health",
        "/.well-known/..;/v3/api-docs"
      })
  void noTrickReachesTheActuatorOfAService(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404) .*");
    assertNothingArrived();
  }

  @Test
  void requestsAndAnswersPassUnchanged() throws Exception {
    var answer =
        client.send(
            request("/api/orders")
                .header("Authorization", "Bearer abc")
                .header("Idempotency-Key", "key-1")
                .header("Prefer", "wait=5")
                .header("Content-Type", "application/json")
                .header("X-Trace-Id", "order-17")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .POST(BodyPublishers.ofString("{\"items\":[]}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .containsExactly("refresh_token=a; HttpOnly", "other=b");
    assertThat(answer.headers().allValues("X-Trace-Id")).containsExactly("order-17");

    var arrived = ORDER.last();
    assertThat(arrived.method()).isEqualTo("POST");
    assertThat(arrived.body()).isEqualTo("{\"items\":[]}");
    assertThat(arrived.header("Authorization")).isEqualTo("Bearer abc");
    assertThat(arrived.header("Idempotency-Key")).isEqualTo("key-1");
    assertThat(arrived.header("Prefer")).isEqualTo("wait=5");
    assertThat(arrived.header("Content-Type")).isEqualTo("application/json");
    assertThat(arrived.header("X-Trace-Id")).isEqualTo("order-17");
    assertThat(arrived.header("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
    assertThat(arrived.header("X-Forwarded-Proto")).isEqualTo("http");
    assertThat(arrived.header("X-Forwarded-Host")).isEqualTo("localhost");
    assertThat(arrived.header("X-Forwarded-Port")).isEqualTo(String.valueOf(port));
    assertThat(arrived.header("X-Forwarded-For")).isNotEmpty();
  }

  @Test
  void aRequestWithoutIdIsTracedFromHere() throws Exception {
    var answer = get("/api/orders");
    String id = answer.headers().firstValue("X-Trace-Id").orElse("");
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(ORDER.last().header("X-Trace-Id")).isEqualTo(id);
    assertThat(ORDER.last().header("traceparent")).startsWith("00-" + id + "-");
  }

  @Test
  void whatAClientSaysAboutItsIdentityIsDropped() throws Exception {
    client.send(
        request("/api/orders")
            .header("X-User-Id", "1")
            .header("x-user-roles", "ROLE_ADMIN")
            .header("X-Forwarded-User", "admin")
            .header("X-Forwarded-Prefix", "/x")
            .header("Forwarded", "for=1.2.3.4")
            .header("X-Original-URL", "/actuator")
            .header("X_User_Id", "1")
            .header("X-Roles", "ROLE_ADMIN")
            .header("Remote-User", "admin")
            .header("X-Real-IP", "1.2.3.4")
            .header("X-HTTP-Method-Override", "DELETE")
            .build(),
        BodyHandlers.ofString());
    assertThat(ORDER.last().headers().keySet())
        .doesNotContain(
            "X_user_id",
            "X-roles",
            "Remote-user",
            "X-real-ip",
            "X-http-method-override",
            "X-user-id",
            "X-user-roles",
            "X-forwarded-user",
            "X-forwarded-prefix",
            "Forwarded",
            "X-original-url");
  }

  @Test
  void whatIsMeantForTheNextHopEndsHere() throws Exception {
    raw(
        """
        GET /api/orders HTTP/1.1
        Host: localhost
        Connection: close, X-Hop
        X-Hop: 1
        Keep-Alive: timeout=5
        TE: trailers
        Upgrade: h2c
        Proxy-Authorization: Basic YTpi
        X-Kept: 1

        """);
    assertThat(ORDER.last().headers().keySet())
        .contains("X-kept")
        .doesNotContain("X-hop", "Keep-alive", "Te", "Proxy-authorization");
  }

  @Test
  void errorsAndRedirectsOfAServiceAreItsOwn() throws Exception {
    var conflict = get("/api/products/conflict");
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body()).isEqualTo("{\"code\":\"TITLE_TAKEN\"}");
    var moved = get("/api/products/moved");
    assertThat(moved.statusCode()).isEqualTo(302);
    assertThat(moved.headers().firstValue("Location")).hasValue("/elsewhere");
  }

  @Test
  void aServiceThatIsDownIsUnavailable() throws Exception {
    var answer = get("/api/payments/7");
    assertUnavailable(answer);
    assertThat(answer.body())
        .contains(
            "\"error\":\"Service Unavailable\"", "payment-worker", "\"path\":\"/api/payments/7\"")
        .doesNotContain("Exception", "localhost");
  }

  @Test
  void aPostThatGetsNoAnswerIsNotSentAgain() throws Exception {
    var answer =
        client.send(
            request("/api/orders/hang-up").POST(BodyPublishers.ofString("{}")).build(),
            BodyHandlers.ofString());
    assertUnavailable(answer);
    assertThat(ORDER.received).hasSize(1);
  }

  @Test
  void liveUpdatesArriveWhenTheyAreSent() throws Exception {
    var answer = client.send(request("/api/orders/live").build(), BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: first");
      assertThat(lines.readLine()).isEmpty();
      ORDER.secondEvent.countDown();
      assertThat(lines.readLine()).isEqualTo("data: second");
    }
  }

  @Test
  void aListenerThatLeavesIsNotListenedForAnyMore() throws Exception {
    var answer =
        client.send(request("/api/orders/heartbeats").build(), BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      assertThat(body.read()).isEqualTo(':');
    }

    assertThat(ORDER.listenerLeft.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void theGatewayTellsItsHealth() throws Exception {
    assertThat(get("/healthz").body()).isEqualTo("ok");
  }

  @Test
  void itsOwnActuatorHasAPortOfItsOwn() throws Exception {
    assertThat(get(managementPort, "/actuator/health/readiness").body())
        .contains("\"status\":\"UP\"");
    assertThat(get(managementPort, "/actuator/prometheus").body())
        .contains("application=\"gateway\"");
    assertThat(get(managementPort, "/actuator/info").statusCode()).isEqualTo(404);
  }

  private static void assertUnavailable(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"");
  }

  private static void assertNothingArrived() {
    for (Upstream upstream : new Upstream[] {IDENTITY, CATALOG, INVENTORY, ORDER}) {
      assertThat(upstream.received).isEmpty();
    }
  }

  private static Upstream upstream(String name) {
    return switch (name) {
      case "identity" -> IDENTITY;
      case "catalog" -> CATALOG;
      case "inventory" -> INVENTORY;
      default -> ORDER;
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(port, path);
  }

  private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    return Raw.send(port, request);
  }

  private static int closedPort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }
}
