package dev.sagashop.launcher.webapps;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"v20.19.0", "v20.20.2", "v22.0.0", "v24.1.0-nightly"})
  void takesWhatIsNewEnough(String printed) {
    assertThatCode(() -> Node.refuseOlder(printed)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20.18.3", "v18.20.0", "v8.0.0"})
  void saysWhatToDoAboutAnOldOne(String printed) {
    assertThatThrownBy(() -> Node.refuseOlder(printed))
        .hasMessageContaining(printed)
        .hasMessageContaining("install Node 20.19 or newer");
  }

  @Test
  void doesNotGuessAVersion() {
    assertThatThrownBy(() -> Node.refuseOlder("command not found"))
        .hasMessageContaining("command not found");
  }
}
