package dev.sagashop.launcher.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.26.8, 1.26.8, true",
    "1.26.10, 1.26.8, true",
    "1.27, 1.26.8, true",
    "1.26, 1.26.8, false",
    "1.9.9, 1.26.8, false"
  })
  void comparesNumberByNumber(String version, String other, boolean atLeast) {
    assertThat(GoVersion.parse(version).isAtLeast(GoVersion.parse(other))).isEqualTo(atLeast);
  }
}
