package dev.sagashop.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sagashop.identity.IdentityTest;
import dev.sagashop.identity.session.Sessions;
import dev.sagashop.platform.web.testing.Http;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Time passes by moving the moments that are stored; the service's own rotation takes part. */
class KeyRotationTest extends IdentityTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int REPLICAS = 4;

  private final JdbcClient database;
  private final SigningKeys keys;
  private final PlatformTransactionManager transactions;
  private final KeyProperties properties;
  private final Sessions sessions;

  KeyRotationTest(
      @Autowired JdbcClient database,
      @Autowired SigningKeys keys,
      @Autowired PlatformTransactionManager transactions,
      @Autowired KeyProperties properties,
      @Autowired Sessions sessions) {
    this.database = database;
    this.keys = keys;
    this.transactions = transactions;
    this.properties = properties;
    this.sessions = sessions;
  }

  @Test
  void signsNobodyOut() throws InterruptedException, ExecutionException {
    String before = token(CUSTOMER);
    Http.Answer begun = rotate();
    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.text("state")).isEqualTo("NEXT");
    String next = begun.text("kid");
    assertThat(rotate().text("kid")).as("one rotation at a time").isEqualTo(next);
    await().atMost(PATIENCE).until(() -> publishedKids().contains(next));
    assertThat(kidOf(freshToken())).as("published, but does not sign yet").isNotEqualTo(next);

    database
        .sql("update signing_keys set since = since - interval '16 minutes' where state = 'NEXT'")
        .update();
    advanceOnAllReplicas();

    assertThat(states()).containsEntry(next, "ACTIVE").containsEntry(kidOf(before), "RETIRED");
    await().atMost(PATIENCE).until(() -> kidOf(freshToken()).equals(next));
    assertThat(publishedKids()).contains(next, kidOf(before));
    assertThat(http().get("/users/me", Http.bearer(before)).status()).isEqualTo(200);
    assertThat(http().get("/users/me", Http.bearer(freshToken())).status()).isEqualTo(200);
  }

  @Test
  void publishesOneNextKeyWhenTheActiveOneIsOld() throws InterruptedException, ExecutionException {
    database.sql("delete from signing_keys where state = 'NEXT'").update();
    database
        .sql("update signing_keys set since = since - interval '31 days' where state = 'ACTIVE'")
        .update();
    advanceOnAllReplicas();
    assertThat(states().values()).containsOnlyOnce("NEXT").containsOnlyOnce("ACTIVE");
    database.sql("update signing_keys set since = now() where state = 'ACTIVE'").update();
  }

  @Test
  void deletesThePrivateHalfOnceTheLastTokenHasExpired()
      throws InterruptedException, ExecutionException {
    SigningKey old = SigningKey.generate(KeyState.RETIRED, "a test");
    keys.add(old.kid(), old.privateKeyPem(), old.publicKeyPem(), old.state(), "a test", null);
    advanceOnAllReplicas();
    assertThat(states()).containsEntry(old.kid(), "RETIRED");
    await().atMost(PATIENCE).until(() -> publishedKids().contains(old.kid()));

    database
        .sql("update signing_keys set since = since - interval '20 minutes' where kid = :kid")
        .param("kid", old.kid())
        .update();
    advanceOnAllReplicas();

    assertThat(
            database
                .sql("select private_key_pem is null from signing_keys where kid = :kid")
                .param("kid", old.kid())
                .query(Boolean.class)
                .single())
        .isTrue();
    await().atMost(PATIENCE).until(() -> !publishedKids().contains(old.kid()));
  }

  @Test
  void showsAdminsTheNamesOfTheKeysAndNothingElse() {
    Http.Answer answer = http().get("/auth/keys", as(ADMIN));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().isArray()).isTrue();
    assertThat(answer.body().path(0).propertyNames())
        .containsExactlyInAnyOrder("kid", "state", "since", "reason");
    assertThat(answer.body().findValuesAsString("state")).containsOnlyOnce("ACTIVE");
  }

  @Test
  void tellsCachesForHowLongTheKeySetHolds() {
    assertThat(http().get("/.well-known/jwks.json").header("Cache-Control"))
        .isEqualTo("max-age=300, public");
  }

  private Http.Answer rotate() {
    return http().post("/auth/keys/rotate", Map.of("reason", "a test"), as(ADMIN));
  }

  private void advanceOnAllReplicas() throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<KeyRotation>> advanced =
          Stream.generate(
                  () ->
                      replicas.submit(
                          () -> {
                            start.await();
                            return new KeyRotation(keys, transactions, properties);
                          }))
              .limit(REPLICAS)
              .toList();
      start.countDown();
      for (Future<KeyRotation> replica : advanced) {
        replica.get();
      }
    }
  }

  private Map<String, String> states() {
    return keys.findPublished().stream()
        .collect(Collectors.toMap(SigningKey::kid, key -> key.state().name()));
  }

  private List<String> publishedKids() {
    try {
      return JWKSet.parse(http().get("/.well-known/jwks.json").response().body()).getKeys().stream()
          .map(JWK::getKeyID)
          .toList();
    } catch (ParseException e) {
      throw new AssertionError("No key set", e);
    }
  }

  private String freshToken() {
    String cookie = "refresh_token=" + sessions.start(3).value();
    return http().post("/auth/refresh-token", null, "Cookie", cookie).text("accessToken");
  }

  private static String kidOf(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new AssertionError("No token: " + token, e);
    }
  }
}
