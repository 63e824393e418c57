package dev.sagashop.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationsTest extends WebTest {

  @Test
  void theTraceIdOfTheClientIsEchoed() {
    assertThat(http().get("/books", "X-Trace-Id", " order-17 ").header("X-Trace-Id"))
        .isEqualTo("order-17");
    assertProblem(http().get("/me", "X-Trace-Id", "order-18"), 401, "UNAUTHORIZED", "/me");
  }

  @Test
  void aTraceIdThatIsNotSaneIsReplacedByThatOfTheTrace() {
    for (String odd : new String[] {"", "   ", "x".repeat(129), "a\tb"}) {
      assertThat(http().get("/books", "X-Trace-Id", odd).header("X-Trace-Id"))
          .matches("[0-9a-f]{32}");
    }
  }

  @Test
  void theTraceOfTheCallerIsContinued() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    assertThat(
            http()
                .get("/books", "traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("X-Trace-Id"))
        .isEqualTo(trace);
  }

  @Test
  void metricsCarryTheNameOfTheServiceAndLatencyBuckets() {
    http().get("/books");
    var metrics = http().get("/actuator/prometheus");
    assertThat(metrics.status()).isEqualTo(200);
    assertThat(metrics.response().body())
        .contains("http_server_requests_seconds_bucket{application=\"book-service\"")
        .contains("jvm_memory_used_bytes{application=\"book-service\"");
  }

  @Test
  void probesArePublicAndNothingElseOfTheActuatorIsThere() {
    assertThat(http().get("/actuator/health").text("status")).isEqualTo("UP");
    assertThat(http().get("/actuator/health/readiness").text("status")).isEqualTo("UP");
    assertThat(http().get("/actuator/health/liveness").text("status")).isEqualTo("UP");
    assertThat(http().get("/actuator/info").status()).isEqualTo(200);
    assertProblem(http().get("/actuator/env"), 404, "NOT_FOUND", "/actuator/env");
  }

  @Test
  void theServiceDescribesItselfToProgramsAndPeople() {
    var description = http().get("/v3/api-docs");
    assertThat(description.status()).isEqualTo(200);
    assertThat(description.text("openapi")).startsWith("3.1");
    var basket = description.body().path("paths").path("/baskets").path("post");
    assertThat(basket.path("security").toString()).isEqualTo("[{\"token\":[]}]");
    assertThat(basket.path("responses").propertyNames()).contains("200", "400", "401", "415");
    assertThat(description.body().path("paths").path("/books").path("get").has("security"))
        .isFalse();
    var schemas = description.body().path("components").path("schemas");
    assertThat(schemas.path("Problem").path("required").toString()).contains("code", "traceId");
    assertThat(schemas.path("Basket").path("required").toString())
        .isEqualTo("[\"lines\",\"name\"]");

    assertThat(description.body().path("paths").path("/token").path("get").has("parameters"))
        .isFalse();

    assertThat(http().get("/swagger-ui.html").status()).isEqualTo(302);
    assertThat(http().get("/swagger-ui/index.html").status()).isEqualTo(200);
  }
}
