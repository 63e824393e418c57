package dev.sagashop.inventory.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseCsvTest {

  static Arguments[] fields() {
    return new Arguments[] {
      Arguments.of("PAYMENT_FAILED", "PAYMENT_FAILED"),
      Arguments.of("late, again", "\"late, again\""),
      Arguments.of("the \"late\" one", "\"the \"\"late\"\" one\""),
      Arguments.of("two\nlines", "\"two\nlines\""),
      Arguments.of("two\rlines", "\"two\rlines\""),
      Arguments.of("=1+1", "'=1+1"),
      Arguments.of("+1", "'+1"),
      Arguments.of("-1", "'-1"),
      Arguments.of("@SUM(A1)", "'@SUM(A1)"),
      Arguments.of("\t=1", "'\t=1"),
      Arguments.of("=\"a\",1", "\"'=\"\"a\"\",1\""),
      Arguments.of("1-1", "1-1"),
      Arguments.of("", "")
    };
  }

  @ParameterizedTest
  @MethodSource("fields")
  void quotesAndDefusesAField(String text, String field) {
    assertThat(ReleaseCsv.field(text)).isEqualTo(field);
  }

  @Test
  void writesALineForEachRelease() {
    var bytes = new ByteArrayOutputStream();
    var releaseId = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    var reservationId = UUID.fromString("0198a000-0000-7000-8000-000000000002");

    var csv = ReleaseCsv.begin(bytes);
    csv.line(
        new Release(
            releaseId, 42, reservationId, "spät", Instant.parse("2026-11-22T16:30:00.123456Z")));
    csv.flush();

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            release_id,order_id,reservation_id,reason,created_at
            0198a000-0000-7000-8000-000000000001,42,0198a000-0000-7000-8000-000000000002,spät,2026-11-22T16:30:00.123456Z
            """);
  }
}
