package dev.sagashop.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.bench.BenchException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void doesAsMuchAsAsked() {
    var done = new AtomicInteger();

    Load.Run<Long> run = new Load(4).time(10, done::incrementAndGet);

    assertThat(done).hasValue(10);
    assertThat(run.results()).hasSize(10);
  }

  @Test
  void hasAsManyCallersAsItSays() {
    var met = new CountDownLatch(3);
    Set<Integer> callers = ConcurrentHashMap.newKeySet();

    new Load(3)
        .run(
            3,
            number ->
                () -> {
                  callers.add(number);
                  met.countDown();
                  // Passes only if all three are here at once.
                  met.await();
                  return number;
                });

    assertThat(callers).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void rateIsCountByTime() {
    var run = new Load.Run<>(List.of(1L, 1L, 1L), Duration.ofMillis(1_500));

    assertThat(run.perSecond()).isEqualTo(2);
  }

  @Test
  void aFailureEndsTheMeasurementAndSaysWhy() {
    var done = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Load.SEQUENTIAL.time(
                    100,
                    () -> {
                      done.incrementAndGet();
                      throw new IllegalStateException("no stock");
                    }))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("no stock");
    assertThat(done).hasValue(1);
  }
}
