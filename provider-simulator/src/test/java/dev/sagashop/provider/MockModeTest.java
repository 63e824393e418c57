package dev.sagashop.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MockModeTest {

  @Test
  void hashesTheNumberOfAnOrderAsTheLowHalfOfAUuid() {
    assertThat(MockMode.HASHED.accepts(2)).isTrue();
    assertThat(MockMode.HASHED.accepts(1)).isFalse();
    assertThat(MockMode.HASHED.accepts((1L << 32) + 1)).isTrue();
    assertThat(MockMode.HASHED.accepts((1L << 32) + 2)).isFalse();
    // The fold has its highest bit set: the rule looks at the lowest one only.
    assertThat(MockMode.HASHED.accepts(0x8000_0000L)).isTrue();
    assertThat(MockMode.HASHED.accepts(0x8000_0001L)).isFalse();
  }

  @Test
  void takesAModeThatNobodyKnowsForSuccess() {
    assertThat(MockMode.named("hashed")).isEqualTo(MockMode.HASHED);
    assertThat(MockMode.named("FAIL")).isEqualTo(MockMode.FAIL);
    assertThat(MockMode.named("SOMETIMES")).isEqualTo(MockMode.SUCCESS);
    assertThat(MockMode.named("")).isEqualTo(MockMode.SUCCESS);
  }
}
