package dev.sagashop.inventory;

import dev.sagashop.launcher.parts.TestParts;
import dev.sagashop.platform.temporal.RunningWorkflows;
import dev.sagashop.platform.web.testing.TestTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole service over HTTP, on a real database. Broker and sagas are away, unless a test says
 * where they are.
 */
@SpringBootTest(
    classes = InventoryWorkerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=localhost:1",
      "spring.kafka.listener.auto-startup=false",
      "sagashop.outbox.relay-enabled=false",
      "spring.temporal.connection.target=localhost:1",
      "sagashop.temporal.workers=false"
    })
@Import(ApplicationTest.Sagas.class)
public abstract class ApplicationTest {

  private static final TestTokens TOKENS = TestTokens.start();

  /** Ids of the workflows that are under way. */
  protected static final Set<String> RUNNING = ConcurrentHashMap.newKeySet();

  @TestConfiguration(proxyBeanMethods = false)
  static class Sagas {

    @Bean
    RunningWorkflows runningWorkflows() {
      return RUNNING::contains;
    }
  }

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  private Books books;

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    var database = TestParts.postgres().createDatabase("inventory");
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
    registry.add("sagashop.web.jwks-uri", TOKENS::jwksUri);
  }

  @BeforeEach
  void openBooks() {
    books = new Books(jdbc, transactions);
    books.clear();
    RUNNING.clear();
  }

  @AfterEach
  void balance() {
    books.balance();
  }

  protected final Books books() {
    return books;
  }

  protected final JdbcClient jdbc() {
    return jdbc;
  }

  protected final RestTestClient.ResponseSpec asCustomer(String path, String body) {
    return post(path, body, TOKENS.customer(7));
  }

  protected final RestTestClient.ResponseSpec asNobody(String path, String body) {
    return client().post().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
  }

  /** With headers as name and value in turn. */
  protected final RestTestClient.ResponseSpec asAdmin(String path, String body, String... headers) {
    return post(path, body, TOKENS.admin(1), headers);
  }

  protected final RestTestClient.ResponseSpec asSupport(String path, String body) {
    return post(path, body, TOKENS.support(3));
  }

  protected final RestTestClient.ResponseSpec asOtherAdmin(
      String path, String body, String... headers) {
    return post(path, body, TOKENS.admin(2), headers);
  }

  protected final RestTestClient.ResponseSpec getAsAdmin(String path) {
    return get(path, TOKENS.admin(1));
  }

  protected final RestTestClient.ResponseSpec getAsSupport(String path) {
    return get(path, TOKENS.support(3));
  }

  protected final RestTestClient.ResponseSpec getAsCustomer(String path) {
    return get(path, TOKENS.customer(7));
  }

  protected final RestTestClient.ResponseSpec getAsNobody(String path) {
    return client().get().uri(URI.create("http://localhost:" + port + path)).exchange();
  }

  protected final HttpRequest rawGetAsAdmin(String path) {
    return rawGet(path, TOKENS.admin(1));
  }

  protected final HttpRequest rawGetAsSupport(String path) {
    return rawGet(path, TOKENS.support(3));
  }

  private HttpRequest rawGet(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .build();
  }

  private RestTestClient.ResponseSpec get(String path, String token) {
    return client()
        .get()
        .uri(URI.create("http://localhost:" + port + path))
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .exchange();
  }

  private RestTestClient.ResponseSpec post(
      String path, String body, String token, String... headers) {
    var request =
        client()
            .post()
            .uri(path)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .contentType(MediaType.APPLICATION_JSON);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.body(body).exchange();
  }

  private RestTestClient client() {
    return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
  }
}
