package dev.sagashop.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.MarkPaid;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.audit.Audit;
import dev.sagashop.audit.AuditReport;
import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.web.testing.EventStream;
import dev.sagashop.platform.web.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service over HTTP on a real PostgreSQL, with a catalogue over HTTP, and with an engine
 * of sagas that only remembers.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sagashop.outbox.relay-enabled=false",
      "sagashop.order.sweep-period=100ms",
      "sagashop.order.first-pause=200ms",
      "sagashop.order.longest-pause=400ms",
      "sagashop.order.catalogue.pause=10ms",
      "sagashop.web.live.heartbeat=300ms",
      "sagashop.web.live.news-period=50ms",
      "sagashop.order.live.poll-period=50ms",
      "sagashop.temporal.workers=false"
    })
@Import(RecordedSagas.class)
public abstract class OrderApiTest {

  protected static final long CUSTOMER = 7;
  protected static final long STRANGER = 8;
  protected static final long SUPPORT = 3;
  protected static final long ADMIN = 1;

  protected static final TestTokens TOKENS = TestTokens.start();
  protected static final StubCatalogue CATALOGUE = StubCatalogue.start();
  protected static final RecordingSagaEngine ENGINE = new RecordingSagaEngine();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final TestDatabase DATABASE = TestParts.postgres().createDatabase("orders");

  @Value("${local.server.port}")
  private int port;

  protected final JdbcClient jdbc;
  protected final OrderActivities activities;

  protected OrderApiTest(JdbcClient jdbc, OrderActivities activities) {
    this.jdbc = jdbc;
    this.activities = activities;
  }

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::jdbcUrl);
    registry.add("spring.datasource.username", DATABASE::username);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("sagashop.web.jwks-uri", TOKENS::jwksUri);
    registry.add("sagashop.order.catalogue.base-url", CATALOGUE::url);
  }

  @BeforeEach
  void resetParts() {
    CATALOGUE.reset();
    ENGINE.reset();
  }

  /** Whatever the tests did: each order is what its own rows say. */
  @AfterAll
  static void expectCleanAudit() {
    Map<String, String> sources =
        Map.of(
            "ORDER_DB_URL", DATABASE.jdbcUrl(),
            "DB_USERNAME", DATABASE.username(),
            "DB_PASSWORD", DATABASE.password());
    try (Audit audit = new Audit(AuditSources.from(sources), Duration.ZERO)) {
      AuditReport report = audit.run(Set.of("order-book"));
      assertThat(report.exitCode()).as(report.text()).isEqualTo(AuditReport.CLEAN);
    }
  }

  protected static String customer() {
    return TOKENS.customer(CUSTOMER);
  }

  protected static String stranger() {
    return TOKENS.customer(STRANGER);
  }

  protected static String support() {
    return TOKENS.support(SUPPORT);
  }

  protected static String admin() {
    return TOKENS.admin(ADMIN);
  }

  /** Two novels and a T-shirt: 64.98. */
  protected static final String CART =
      """
      {"items":[{"productId":4,"quantity":2},{"productId":6,"quantity":1}]}
      """;

  protected static final String CART_TOTAL = "64.98";

  protected OrderId placed() {
    return new OrderId(post(customer(), "/orders", CART).json().path("id").asLong());
  }

  protected OrderId paid() {
    OrderId order = placed();
    activities.markPaid(new MarkPaid(order, "payment-of-" + order));
    return order;
  }

  protected String status(OrderId order) {
    return jdbc.sql("select status from orders where id = ?")
        .param(order.value())
        .query(String.class)
        .single();
  }

  protected List<String> topics(OrderId order) {
    return jdbc.sql("select topic from outbox_events where aggregate_key = ? order by sequence")
        .param(order.toString())
        .query(String.class)
        .list();
  }

  /** Rows of every table that a request for an order could write. */
  protected long rows() {
    return jdbc.sql(
            """
            select (select count(*) from orders) + (select count(*) from order_items)
                 + (select count(*) from order_timeline) + (select count(*) from refunds)
                 + (select count(*) from idempotency_keys) + (select count(*) from outbox_events)
            """)
        .query(Long.class)
        .single();
  }

  protected Answer get(@Nullable String token, String path) {
    return send(request(token, path).GET().build());
  }

  protected Answer post(@Nullable String token, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(token, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Opens a stream of events, which the caller closes. */
  protected EventStream listen(String token, String path, String... headers) {
    HttpRequest.Builder request = request(token, path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return EventStream.open(request.build());
  }

  protected Answer cancel(String token, OrderId order) {
    return post(token, "/orders/" + order + "/cancel", "");
  }

  private HttpRequest.Builder request(@Nullable String token, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + request, e);
    }
  }
}
