package dev.sagashop.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest extends OrderApiTest {

  private static final int PARALLEL = 50;

  private final String key = UUID.randomUUID().toString();
  private final IdempotencyKeys keys;

  @Autowired
  IdempotencyTest(JdbcClient jdbc, OrderActivities activities, IdempotencyKeys keys) {
    super(jdbc, activities);
    this.keys = keys;
  }

  @Test
  void answersARepeatWithTheFirstOrder() {
    Answer first = place(customer(), CART);
    Answer second =
        place(
            customer(),
            "{\"items\":[{\"productId\":6,\"quantity\":1},{\"productId\":4,\"quantity\":2,\"price\":5}]}");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.text()).isEqualTo(first.text());
  }

  @Test
  void answersARepeatAlthoughAProductWasWithdrawnMeanwhile() {
    Answer first = place(customer(), CART);
    CATALOGUE.withdraw(4);

    Answer second = place(customer(), CART);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
  }

  @Test
  void refusesOtherLinesUnderAUsedKeyBeforeItLooksAtThem() {
    place(customer(), CART);
    long before = rows();

    for (String other :
        List.of(
            "{\"items\":[{\"productId\":4,\"quantity\":3},{\"productId\":6,\"quantity\":1}]}",
            "{\"items\":[{\"productId\":4,\"quantity\":0}]}",
            "{\"items\":[]}")) {
      Answer answer = place(customer(), other);
      assertThat(answer.status()).as(other).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void belongsToItsUser() {
    Answer mine = place(customer(), CART);
    Answer theirs = place(stranger(), CART);

    assertThat(theirs.status()).isEqualTo(200);
    assertThat(theirs.json().path("userId").asLong()).isEqualTo(STRANGER);
    assertThat(theirs.json().path("id")).isNotEqualTo(mine.json().path("id"));
  }

  @Test
  void makesOneOrderOfManyPostsAtOnce() throws Exception {
    placed();
    CATALOGUE.reset();
    CountDownLatch start = new CountDownLatch(1);
    List<Answer> answers;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> posts =
          IntStream.range(0, PARALLEL)
              .mapToObj(
                  _ ->
                      threads.submit(
                          () -> {
                            start.await();
                            return place(customer(), CART);
                          }))
              .toList();
      start.countDown();
      answers = posts.stream().map(IdempotencyTest::result).toList();
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.json().path("id").asLong()).distinct())
        .hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.header("Idempotent-Replayed").isEmpty()))
        .hasSize(1);
    assertThat(CATALOGUE.authorizations()).hasSize(1);
    long orderId = answers.getFirst().json().path("id").asLong();
    assertThat(
            jdbc.sql("select count(*) from outbox_events where aggregate_key = ?")
                .param(Long.toString(orderId))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void forgetsAKeyAfterItsDay() {
    Answer first = place(customer(), CART);
    jdbc.sql("update idempotency_keys set expires_at = now() where key = ?").param(key).update();

    Answer second = place(customer(), "{\"items\":[{\"productId\":6,\"quantity\":1}]}");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("id")).isNotEqualTo(first.json().path("id"));
    assertThat(place(customer(), "{\"items\":[{\"productId\":6,\"quantity\":1}]}").text())
        .isEqualTo(second.text());
  }

  @Test
  void removesExpiredKeysAndNoOthers() {
    place(customer(), CART);
    keys.forgetExpired();
    assertThat(stored()).isEqualTo(1);

    jdbc.sql("update idempotency_keys set expires_at = now() where key = ?").param(key).update();
    keys.forgetExpired();

    assertThat(stored()).isZero();
  }

  @Test
  void isFreeAgainAfterARequestThatWasRefused() {
    CATALOGUE.failWith(500, 500, 500);
    assertThat(place(customer(), CART).status()).isEqualTo(503);

    assertThat(place(customer(), CART).status()).isEqualTo(200);
  }

  @Test
  void refusesKeysThatAreBlankOrTooLong() {
    long before = rows();

    for (String bad : List.of("  ", "k".repeat(129))) {
      Answer answer = post(customer(), "/orders", CART, "Idempotency-Key", bad);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
      assertThat(answer.json().path("errors").path(0).path("field").asString())
          .isEqualTo("Idempotency-Key");
    }
    assertThat(rows()).isEqualTo(before);
  }

  private long stored() {
    return jdbc.sql("select count(*) from idempotency_keys where key = ?")
        .param(key)
        .query(Long.class)
        .single();
  }

  private Answer place(String token, String body) {
    return post(token, "/orders", body, "Idempotency-Key", key);
  }

  private static Answer result(Future<Answer> post) {
    try {
      return post.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a post did not end", e);
    }
  }
}
