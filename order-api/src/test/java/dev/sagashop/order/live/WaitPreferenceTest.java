package dev.sagashop.order.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wait=5|wait=5",
        "Wait = 7|wait=7",
        "wait=\"8\"|wait=8",
        "respond-async, wait=10|wait=10",
        "wait=3, wait=9|wait=3",
        "wait=4; hint=x|wait=4",
        "wait=0|wait=0",
        "wait=3600|wait=20"
      })
  void takesTheFirstNumberOfSecondsUpToItsLimit(String header, String applied) {
    assertThat(Objects.requireNonNull(WaitPreference.of(List.of(header))).applied())
        .isEqualTo(applied);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "respond-async",
        "wait",
        "wait=",
        "wait=-1",
        "wait=1.5",
        "wait=soon",
        "wait=99999999999",
        "waiting=5",
        "wait=soon, wait=5"
      })
  void ignoresWhatIsNoNumberOfSeconds(String header) {
    assertThat(WaitPreference.of(List.of(header))).isNull();
  }

  @Test
  void readsAllLinesOfTheHeader() {
    assertThat(
            Objects.requireNonNull(WaitPreference.of(List.of("return=minimal", "wait=6")))
                .applied())
        .isEqualTo("wait=6");
  }
}
