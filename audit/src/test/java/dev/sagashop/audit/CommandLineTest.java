package dev.sagashop.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void looksAtEverythingThatHasBeenLeftAloneForAMinute() {
    CommandLine line = CommandLine.parse(List.of());

    assertThat(line.settledFor()).isEqualTo(Duration.ofSeconds(60));
    assertThat(line.checks()).isEmpty();
    assertThat(line.watch()).isFalse();
  }

  @Test
  void takesOtherWishes() {
    CommandLine line =
        CommandLine.parse(
            List.of("--json", "--settled-for", "0", "--check", "outbox", "--check", "order-money"));

    assertThat(line.json()).isTrue();
    assertThat(line.settledFor()).isZero();
    assertThat(line.checks()).containsExactlyInAnyOrder("outbox", "order-money");
  }

  @Test
  void saysWhichChecksThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.parse(List.of("--check", "moon")))
        .withMessageContaining("stock-on-hand");
  }

  @Test
  void saysWhatItExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.parse(List.of("--settled-for", "soon")))
        .withMessageContaining("expected seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommandLine.parse(List.of("--fast")))
        .withMessageContaining("--settled-for");
  }
}
