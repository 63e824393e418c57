package dev.sagashop.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sagashop.gateway.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = GatewayApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OutboxOverviewTest {

  private static final HttpServer ORDER = service();

  @Value("${local.server.port}")
  private int port;

  @DynamicPropertySource
  static void services(DynamicPropertyRegistry registry) {
    registry.add("ORDER_URL", () -> "http://localhost:" + ORDER.getAddress().getPort());
    registry.add("INVENTORY_URL", () -> "http://localhost:" + ORDER.getAddress().getPort());
    registry.add("PAYMENT_URL", () -> "http://localhost:1");
    registry.add("MANAGEMENT_PORT", () -> 0);
  }

  /** Knows one admin, and forbids everybody else. */
  private static HttpServer service() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/operations/outbox",
          exchange -> {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            int status = token == null ? 401 : token.equals("Bearer admin") ? 200 : 403;
            String body =
                status == 200
                    ? "{\"counts\":{\"FAILED\":1},\"lagSeconds\":2.5,\"rows\":[{\"id\":7}],\"asked\":\"%s\"}"
                        .formatted(exchange.getRequestURI())
                    : "{\"message\":\"not for you\"}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the service", e);
    }
  }

  private HttpResponse<String> overview(String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/operations/outbox"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void allServicesAnswerAtOnceAndTheOneThatIsDownIsNamed() throws Exception {
    var answer = overview("Authorization", "Bearer admin");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode services = JsonMapper.shared().readTree(answer.body()).path("services");
    assertThat(services.size()).isEqualTo(3);
    assertThat(services.at("/0/service").asString()).isEqualTo("order-service");
    assertThat(services.at("/0/reachable").asBoolean()).isTrue();
    assertThat(services.at("/0/counts/FAILED").asInt()).isEqualTo(1);
    assertThat(services.at("/0/lagSeconds").asDouble()).isEqualTo(2.5);
    assertThat(services.at("/1/failed/0/id").asInt()).isEqualTo(7);
    assertThat(services.at("/2/service").asString()).isEqualTo("payment-service");
    assertThat(services.at("/2/reachable").asBoolean()).isFalse();
    assertThat(services.at("/2/problem").asString()).contains("cannot be reached");
    assertThat(services.at("/2/counts").isNull()).isTrue();
  }

  @Test
  void whoMayNotAskAServiceMayNotAskTheGateway() throws Exception {
    var unknown = overview();
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).contains("\"code\":\"UNAUTHORIZED\"", "not for you");
    var customer = overview("Authorization", "Bearer customer");
    assertThat(customer.statusCode()).isEqualTo(403);
    assertThat(customer.body())
        .contains("\"code\":\"FORBIDDEN\"", "\"path\":\"/api/operations/outbox\"");
  }
}
