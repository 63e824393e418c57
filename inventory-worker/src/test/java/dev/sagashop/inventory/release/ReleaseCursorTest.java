package dev.sagashop.inventory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.platform.web.paging.PageRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseCursorTest {

  private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-000000000001");

  @Test
  void keepsMicroseconds() {
    var cursor = new ReleaseCursor(Instant.parse("2026-11-22T16:30:00.123456Z"), ID);

    assertThat(ReleaseCursor.decode(cursor.encode())).isEqualTo(cursor);
    assertThat(new String(Base64.getUrlDecoder().decode(cursor.encode()), StandardCharsets.UTF_8))
        .isEqualTo("1795365000123456:" + ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "1795365000123456",
        "1795365000123456:",
        "1795365000123456:42",
        "soon:0198a000-0000-7000-8000-000000000001",
        "-1:0198a000-0000-7000-8000-000000000001",
        "253402300800000000:0198a000-0000-7000-8000-000000000001",
        "99999999999999999999:0198a000-0000-7000-8000-000000000001"
      })
  void refusesWhatIsNoCursor(String position) {
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(position.getBytes(StandardCharsets.UTF_8));

    assertRefused(encoded);
    assertRefused(position + "!");
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> ReleaseCursor.decode(text))
        .isInstanceOfSatisfying(
            PageRefused.class, refused -> assertThat(refused.code()).isEqualTo("INVALID_CURSOR"));
  }
}
