package dev.sagashop.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private static final long MILLI = 1_000_000;

  @Test
  void aPercentileIsTheSmallestThatEnoughDidNotExceed() {
    var latencies =
        Latencies.ofNanos(LongStream.rangeClosed(1, 100).mapToObj(i -> i * MILLI).toList());

    assertThat(latencies.percentileMillis(50)).isEqualTo(50);
    assertThat(latencies.percentileMillis(95)).isEqualTo(95);
    assertThat(latencies.percentileMillis(99)).isEqualTo(99);
    assertThat(latencies.percentileMillis(100)).isEqualTo(100);
  }

  @Test
  void theOrderOfTheMeasurementsDoesNotMatter() {
    var latencies = Latencies.ofNanos(List.of(30 * MILLI, 10 * MILLI, 20 * MILLI));

    assertThat(latencies.count()).isEqualTo(3);
    assertThat(latencies.percentileMillis(50)).isEqualTo(20);
    assertThat(latencies.percentileMillis(99)).isEqualTo(30);
  }

  @Test
  void oneMeasurementIsEveryPercentile() {
    var latencies = Latencies.ofNanos(List.of(7 * MILLI));

    assertThat(latencies.percentileMillis(1)).isEqualTo(7);
    assertThat(latencies.percentileMillis(99)).isEqualTo(7);
  }

  @Test
  void refusesWhatHasNoPercentile() {
    assertThatIllegalArgumentException().isThrownBy(() -> Latencies.ofNanos(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Latencies.ofNanos(List.of(1L)).percentileMillis(0));
  }
}
