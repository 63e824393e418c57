package dev.sagashop.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sagashop.bench.measure.Latencies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  private static final Machine MACHINE = new Machine(2, 0.5, "Linux amd64", "25");

  @Test
  void costIsComparedWithTheFloorsCost() {
    assertThat(Ratio.ofTimes("send", 30, 10).times()).isEqualTo(3);
  }

  @Test
  void halfTheRateIsTwiceTheCost() {
    assertThat(Ratio.ofRates("send", 1_000, 2_000).times()).isEqualTo(2);
  }

  @Test
  void nothingComparesWithAFloorOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Ratio.ofTimes("send", 30, 0));
  }

  @Test
  void barsAreMetOnTheirSideOfTheLimit() {
    assertThat(Bar.atMost(Metric.P50, 50).isMetBy(50)).isTrue();
    assertThat(Bar.atMost(Metric.P50, 50).isMetBy(50.1)).isFalse();
    assertThat(Bar.atLeast(Metric.PER_SECOND, 1_000).isMetBy(1_000)).isTrue();
    assertThat(Bar.atLeast(Metric.PER_SECOND, 1_000).isMetBy(999)).isFalse();
    assertThat(Bar.below(Metric.CORE_PERCENT, 1).isMetBy(1)).isFalse();
  }

  @Test
  void aBarNeedsItsValue() {
    Row row = Row.of("drain", "a backlog", Map.of(Metric.PER_SECOND, 1.0));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> row.withBars(Bar.atMost(Metric.P50, 50)))
        .withMessageContaining("p50 ms ≤ 50");
  }

  @Test
  void jsonHoldsMachineNumbersRatioAndBars(@TempDir Path folder) throws Exception {
    Path file = report().write(folder);

    assertThat(file.getFileName()).hasToString("outbox-20260102-030405.json");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(json.path("program").asString()).isEqualTo("outbox");
    assertThat(json.path("at").asString()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(json.path("machine").path("cores").asInt()).isEqualTo(2);
    assertThat(json.path("machine").path("load").asDouble()).isEqualTo(0.5);
    JsonNode lag = json.path("rows").path(1);
    assertThat(lag.path("what").asString()).isEqualTo("lag");
    assertThat(lag.path("count").asInt()).isEqualTo(2);
    assertThat(lag.path("p50Millis").asDouble()).isEqualTo(10);
    assertThat(lag.path("p99Millis").asDouble()).isEqualTo(400);
    assertThat(lag.path("perSecond").asDouble()).isEqualTo(50);
    assertThat(lag.path("ratio").path("floor").asString()).isEqualTo("send");
    assertThat(lag.path("ratio").path("times").asDouble()).isEqualTo(5);
    assertThat(lag.path("bars").path(0).path("metric").asString()).isEqualTo("p50Millis");
    assertThat(lag.path("bars").path(0).path("met").asBoolean()).isTrue();
    assertThat(lag.path("bars").path(1).path("limit").asDouble()).isEqualTo(300);
    assertThat(lag.path("bars").path(1).path("met").asBoolean()).isFalse();
  }

  @Test
  void aRowWithoutRatioHasNone() {
    JsonNode json = JsonMapper.shared().readTree(report().json());

    assertThat(json.path("rows").path(0).has("ratio")).isFalse();
    assertThat(json.path("rows").path(0).path("bars").isEmpty()).isTrue();
  }

  @Test
  void theTableSaysWhichBarsAreMet() {
    assertThat(report().table().lines())
        .containsExactly(
            "outbox: 2 cores, load 0.5 when it began",
            "               n  p50 ms  p95 ms  p99 ms  per s  to the floor  bar",
            "  send  alone  1     2.0     2.0     2.0  500.0",
            "  lag   50/s   2    10.0   400.0   400.0   50.0  5.0 x send    p50 ms ≤ 50 met, p99"
                + " ms ≤ 300 MISSED");
  }

  private static Report report() {
    Row send = Row.of("send", "alone", Latencies.ofNanos(List.of(2_000_000L)), 500);
    Row lag = Row.of("lag", "50/s", Latencies.ofNanos(List.of(10_000_000L, 400_000_000L)), 50);
    return new Report(
        "outbox",
        Instant.parse("2026-01-02T03:04:05Z"),
        MACHINE,
        List.of(
            send,
            lag.against(Ratio.ofTimes("send", lag.value(Metric.P50), send.value(Metric.P50)))
                .withBars(Bar.atMost(Metric.P50, 50), Bar.atMost(Metric.P99, 300))));
  }
}
