package dev.sagashop.identity.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.identity.IdentityTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ThrottleTest extends IdentityTest {

  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final JdbcClient database;
  private final Attempts attempts;
  private final Throttle throttle;

  private String email = "";

  ThrottleTest(@Autowired JdbcClient database, @Autowired Attempts attempts) {
    this.database = database;
    this.attempts = attempts;
    this.throttle = replica();
  }

  @BeforeEach
  void someoneElse() {
    database.sql("delete from attempts").update();
    email = UUID.randomUUID() + "@example.com";
  }

  @Test
  void countsTogetherWithOtherReplicas() {
    Throttle other = replica();
    fail(throttle, "192.0.2.1");
    fail(other, "192.0.2.1");
    fail(throttle, "192.0.2.1");
    assertRefused(throttle, "192.0.2.1");
    assertRefused(other, "192.0.2.1");
  }

  @Test
  void startsAfreshAfterASuccess() {
    fail(throttle, "192.0.2.1");
    fail(throttle, "192.0.2.1");
    succeed("192.0.2.1");
    fail(throttle, "192.0.2.1");
    fail(throttle, "192.0.2.1");
    succeed("192.0.2.1");
  }

  @Test
  void letsTheOwnerInWhileManyAddressesGuess() {
    succeed("192.0.2.99");
    for (int guess = 0; guess < 6; guess++) {
      fail(throttle, "198.51.100." + guess);
    }
    assertRefused(throttle, "198.51.100.50");
    succeed("192.0.2.99");
  }

  @Test
  void limitsAnAddressThatTriesManyAccountsAndItsOwnOneInBetween() {
    for (int guess = 0; guess < 8; guess++) {
      email = UUID.randomUUID() + "@example.com";
      fail(throttle, "192.0.2.1");
      if (guess < 7) {
        email = "own@example.com";
        succeed("192.0.2.1");
      }
    }
    email = UUID.randomUUID() + "@example.com";
    assertRefused(throttle, "192.0.2.1");
    fail(throttle, "192.0.2.2");
  }

  @Test
  void forgetsWhenTheWindowEnds() {
    for (int guess = 0; guess < 3; guess++) {
      fail(throttle, "192.0.2.1");
    }
    assertRefused(throttle, "192.0.2.1");
    database.sql("update attempts set ends_at = now()").update();
    fail(throttle, "192.0.2.1");
    attempts.forgetEnded();
    assertThat(counters()).isEqualTo(3);
    database.sql("update attempts set ends_at = now() - interval '1 second'").update();
    attempts.forgetEnded();
    assertThat(counters()).isZero();
  }

  @Test
  void refusedAttemptsCountForNobody() {
    for (int guess = 0; guess < 3; guess++) {
      fail(throttle, "192.0.2.1");
    }
    for (int refused = 0; refused < 10; refused++) {
      assertRefused(throttle, "192.0.2.1");
    }
    fail(throttle, "192.0.2.2");
  }

  @Test
  void limitsRegistrationsAndQuestionsOfAnAddress() {
    for (int i = 0; i < 2; i++) {
      throttle.registration("192.0.2.1");
      throttle.introspection("192.0.2.1");
    }
    assertThatThrownBy(() -> throttle.registration("192.0.2.1"))
        .isInstanceOf(TooManyAttemptsException.class);
    assertThatThrownBy(() -> throttle.introspection("192.0.2.1"))
        .isInstanceOf(TooManyAttemptsException.class);
    assertThatCode(() -> throttle.registration("192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void keepsNothingThatCanBeRead() {
    fail(throttle, "192.0.2.1");
    assertThat(database.sql("select key from attempts").query(String.class).list())
        .hasSize(3)
        .allMatch(key -> key.matches("[0-9a-f]{64}"));
  }

  private Throttle replica() {
    return new Throttle(
        attempts,
        new ThrottleProperties(
            new Allowance(3, WINDOW),
            new Allowance(6, WINDOW),
            new Allowance(8, WINDOW),
            new Allowance(2, WINDOW),
            new Allowance(2, WINDOW)));
  }

  private void fail(Throttle replica, String address) {
    assertThat(replica.login(email, address, Optional::<String>empty)).isEmpty();
  }

  private void succeed(String address) {
    assertThat(throttle.login(email, address, () -> Optional.of("somebody"))).contains("somebody");
  }

  private void assertRefused(Throttle replica, String address) {
    assertThatThrownBy(
            () ->
                replica.login(
                    email,
                    address,
                    () -> {
                      throw new AssertionError("checked although it should have been refused");
                    }))
        .isInstanceOf(TooManyAttemptsException.class);
  }

  private int counters() {
    return database.sql("select count(*) from attempts").query(Integer.class).single();
  }
}
