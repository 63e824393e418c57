package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class UserTest extends IdentityTest {

  /** Nobody, customer, support, admin. */
  @ParameterizedTest
  @CsvSource({
    "GET, /users/me, 401, 200, 200, 200",
    "GET, /users/2, 401, 403, 200, 200",
    "POST, /users/batch, 401, 403, 200, 200",
    "GET, /users, 401, 403, 200, 200",
    "PUT, /users/2/role, 401, 403, 403, 400",
    "GET, /users/2/role-changes, 401, 403, 403, 200",
    "GET, /auth/keys, 401, 403, 403, 200",
    "POST, /auth/keys/rotate, 401, 403, 403, 400",
    "POST, /auth/introspect, 400, 400, 400, 400",
    "GET, /auth/login, 401, 405, 405, 405",
    "GET, /auth/elsewhere, 401, 404, 404, 404",
    "DELETE, /users/2, 401, 405, 405, 405",
    "GET, /.well-known/jwks.json, 200, 200, 200, 200",
    "GET, /actuator/health/readiness, 200, 200, 200, 200",
    "GET, /elsewhere, 401, 404, 404, 404"
  })
  void opensToWhoMay(String method, String path, int nobody, int customer, int support, int admin) {
    String body = method.equals("GET") ? null : path.endsWith("batch") ? "[1]" : "{}";
    assertThat(http().send(method, path, body).status()).isEqualTo(nobody);
    assertThat(as(CUSTOMER, method, path, body)).isEqualTo(customer);
    assertThat(as(SUPPORT, method, path, body)).isEqualTo(support);
    assertThat(as(ADMIN, method, path, body)).isEqualTo(admin);
  }

  @Test
  void showsAUserById() {
    Http.Answer answer = http().get("/users/2", Http.bearer(token(ADMIN)));
    assertThat(answer.response().body())
        .isEqualTo(
            """
            {"id":2,"email":"user@example.com","firstName":"John","lastName":"Doe",\
            "role":"ROLE_CUSTOMER"}""");
  }

  @Test
  void namesTheIdThatNobodyHas() {
    assertProblem(
        http().get("/users/999999", Http.bearer(token(ADMIN))),
        404,
        "Not Found",
        "User not found with id: 999999");
  }

  @Test
  void refusesAnIdThatIsNoNumber() {
    assertThat(http().get("/users/abc", Http.bearer(token(ADMIN))).status()).isEqualTo(400);
  }

  @Test
  void showsManyAndLeavesUnknownOnesOut() {
    Http.Answer answer =
        http().post("/users/batch", "[3, 999999, 1, 3, null]", Http.bearer(token(ADMIN)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(
            StreamSupport.stream(answer.body().spliterator(), false)
                .map((JsonNode user) -> user.path("id").asLong()))
        .containsExactlyInAnyOrder(1L, 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", ""})
  void showsNobodyWhenNobodyIsAskedFor(String body) {
    Http.Answer answer = http().post("/users/batch", body, Http.bearer(token(ADMIN)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"a\"]", "[1.5]", "{}", "[9223372036854775808]", "["})
  void refusesAListOfOtherThings(String body) {
    assertThat(http().post("/users/batch", body, Http.bearer(token(ADMIN))).status())
        .isEqualTo(400);
  }

  @Test
  void saysWhenTheAccountOfATokenIsGone(@Autowired JdbcClient database) {
    String token = register("gone@example.com").text("accessToken");
    database.sql("delete from users where email = 'gone@example.com'").update();
    assertProblem(http().get("/users/me", Http.bearer(token)), 404, "Not Found", "User not found");
  }

  private int as(String email, String method, String path, @Nullable String body) {
    return http().send(method, path, body, Http.bearer(token(email))).status();
  }
}
