package dev.sagashop.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

class IssuerDownTest {

  @Test
  void aServiceStartsWithoutTheIssuerAndSaysThatItCannotVerify() {
    var tokens = TestTokens.start();
    tokens.close();
    try (var context =
        new SpringApplicationBuilder(ShopApplication.class)
            .run("--server.port=0", "--sagashop.web.jwks-uri=" + tokens.jwksUri())) {
      var http =
          new Http(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
      String[] token = WebTest.bearer(tokens.customer(7));
      WebTest.assertProblem(http.get("/me", token), 503, "SERVICE_UNAVAILABLE", "/me");
      assertThat(http.get("/books", token).text("caller")).isEqualTo("nobody");
      assertThat(http.get("/actuator/health/readiness").text("status")).isEqualTo("UP");
    }
  }
}
