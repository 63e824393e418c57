package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.sagashop.identity.session.Sessions;
import dev.sagashop.identity.token.AccessTokens;
import dev.sagashop.identity.user.Role;
import dev.sagashop.identity.user.User;
import dev.sagashop.identity.user.Users;
import dev.sagashop.platform.web.testing.Http;
import java.text.ParseException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoleTest extends IdentityTest {

  private static final long SEEDED_ADMIN = 1;

  private final JdbcClient database;
  private final Users users;
  private final Sessions sessions;
  private final AccessTokens tokens;

  RoleTest(
      @Autowired JdbcClient database,
      @Autowired Users users,
      @Autowired Sessions sessions,
      @Autowired AccessTokens tokens) {
    this.database = database;
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @AfterEach
  void oneAdminIsLeft() {
    database.sql("update users set role = 'ROLE_CUSTOMER' where role = 'ROLE_ADMIN'").update();
    database.sql("update users set role = 'ROLE_ADMIN' where id = 1").update();
  }

  @Test
  void comesWithTheNextSignInAndLeavesATrace() throws ParseException {
    User user = somebody(Role.ROLE_CUSTOMER);
    String cookie = "refresh_token=" + sessions.start(user.id()).value();
    Http.Answer answer = change(as(ADMIN), user.id(), "ROLE_SUPPORT", "new in the team");
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertThat(answer.text("role")).isEqualTo("ROLE_SUPPORT");
    assertThat(http().post("/auth/refresh-token", null, "Cookie", cookie).status()).isEqualTo(401);
    String next = "refresh_token=" + sessions.start(user.id()).value();
    String token = http().post("/auth/refresh-token", null, "Cookie", next).text("accessToken");
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("role"))
        .isEqualTo("ROLE_SUPPORT");

    assertThat(change(as(ADMIN), user.id(), "ROLE_CUSTOMER", "left the team").status())
        .isEqualTo(200);
    Http.Answer changes = http().get("/users/" + user.id() + "/role-changes?size=1", as(ADMIN));
    assertThat(changes.body().path("hasMore").asBoolean()).isTrue();
    assertThat(changes.body().path("items").path(0).path("reason").asString())
        .isEqualTo("left the team");
    Http.Answer before =
        http()
            .get(
                "/users/%d/role-changes?cursor=%s".formatted(user.id(), changes.text("nextCursor")),
                as(ADMIN));
    assertThat(before.body().path("items")).hasSize(1);
    var first = before.body().path("items").path(0);
    assertThat(first.path("changedBy").asLong()).isEqualTo(SEEDED_ADMIN);
    assertThat(first.path("from").asString()).isEqualTo("ROLE_CUSTOMER");
    assertThat(first.path("to").asString()).isEqualTo("ROLE_SUPPORT");
    assertThat(first.path("reason").asString()).isEqualTo("new in the team");
    assertThat(first.path("changedAt").asString()).endsWith("Z");
  }

  @Test
  void changesNothingWhenTheUserHasTheRole() {
    User user = somebody(Role.ROLE_CUSTOMER);
    String cookie = "refresh_token=" + sessions.start(user.id()).value();
    assertThat(change(as(ADMIN), user.id(), "ROLE_CUSTOMER", "again").status()).isEqualTo(200);
    assertThat(http().post("/auth/refresh-token", null, "Cookie", cookie).status()).isEqualTo(200);
    assertThat(http().get("/users/" + user.id() + "/role-changes", as(ADMIN)).body().path("items"))
        .isEmpty();
  }

  @Test
  void nobodyChangesTheirOwn() {
    assertProblem(
        change(as(ADMIN), SEEDED_ADMIN, "ROLE_CUSTOMER", "enough"),
        409,
        "OWN_ROLE",
        "Nobody changes their own role; ask another admin.");
  }

  @Test
  void theLastAdminStays() {
    User other = somebody(Role.ROLE_ADMIN);
    String[] otherAdmin = Http.bearer(tokens.issue(other));
    assertThat(change(as(ADMIN), other.id(), "ROLE_CUSTOMER", "mutiny").status()).isEqualTo(200);
    // The token of the other one still says admin.
    assertThat(change(otherAdmin, SEEDED_ADMIN, "ROLE_CUSTOMER", "revenge").text("code"))
        .isEqualTo("LAST_ADMIN");
    User friend = somebody(Role.ROLE_CUSTOMER);
    assertThat(change(otherAdmin, friend.id(), "ROLE_ADMIN", "revenge").status()).isEqualTo(403);
  }

  @Test
  void oneOfTwoAdminsIsLeftWhenTheyTakeEachOthersRoleAtOnce()
      throws InterruptedException, ExecutionException {
    User other = somebody(Role.ROLE_ADMIN);
    String[] one = as(ADMIN);
    String[] two = Http.bearer(tokens.issue(other));
    var start = new CountDownLatch(1);
    try (var admins = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          admins.submit(
              () -> {
                start.await();
                return change(one, other.id(), "ROLE_CUSTOMER", "mutiny").status();
              });
      var second =
          admins.submit(
              () -> {
                start.await();
                return change(two, SEEDED_ADMIN, "ROLE_CUSTOMER", "mutiny").status();
              });
      start.countDown();
      assertThat(new int[] {first.get(), second.get()}).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void namesTheIdThatNobodyHas() {
    assertThat(change(as(ADMIN), 999_999, "ROLE_ADMIN", "hello").text("code"))
        .isEqualTo("USER_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"role\":\"ROLE_ADMIN\"}",
        "{\"role\":\"ROLE_ADMIN\",\"reason\":\" \"}",
        "{\"role\":\"ROLE_ADMIN\",\"reason\":\"a\\u0000\"}",
        "{\"role\":\"root\",\"reason\":\"a\"}",
        "{\"role\":2,\"reason\":\"a\"}",
        "{\"role\":\"2\",\"reason\":\"a\"}",
        "{\"role\":\"\",\"reason\":\"a\"}",
        "{\"role\":null,\"reason\":\"a\"}"
      })
  void refusesWhatIsNoRoleWithAReason(String body) {
    assertThat(http().send("PUT", "/users/2/role", body, as(ADMIN)).status()).isEqualTo(400);
    assertThat(users.findById(2).orElseThrow().role()).isEqualTo(Role.ROLE_CUSTOMER);
  }

  @Test
  void theTraceCannotBeRewritten() {
    change(as(ADMIN), somebody(Role.ROLE_CUSTOMER).id(), "ROLE_SUPPORT", "new");
    assertThatThrownBy(() -> database.sql("update role_changes set reason = ''").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.sql("delete from role_changes").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.sql("truncate role_changes").update())
        .hasMessageContaining("append-only");
  }

  private User somebody(Role role) {
    User user =
        users.register(UUID.randomUUID() + "@example.com", "no hash", "Some", "Body").orElseThrow();
    return role == Role.ROLE_CUSTOMER ? user : users.changeRole(user.id(), role);
  }

  private Http.Answer change(String[] caller, long id, String role, String reason) {
    return http()
        .send("PUT", "/users/" + id + "/role", Map.of("role", role, "reason", reason), caller);
  }
}
