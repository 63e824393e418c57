package dev.sagashop.platform.web.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvFileTest {

  private final MockHttpServletResponse response = new MockHttpServletResponse();

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
      Arguments.of("", ""),
      Arguments.of(null, ""),
      Arguments.of(-1, "-1"),
      Arguments.of(new BigDecimal("-1E+3"), "-1000"),
      Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z")
    };
  }

  @ParameterizedTest
  @MethodSource("fields")
  void quotesAndDefusesAField(@Nullable Object value, String field) {
    assertThat(CsvWriter.field(value)).isEqualTo(field);
  }

  @Test
  void sendsAHeaderAndALineForEachRow() throws IOException {
    CsvFile.send(
        response,
        "books.csv",
        List.of("id", "title"),
        rows -> {
          rows.row(1, "spät");
          rows.row(2, null);
        });

    assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(response.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"books.csv\"");
    assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
        .isEqualTo("id,title\n1,spät\n2,\n");
  }

  @Test
  void sendsAHeaderOfNothing() throws IOException {
    CsvFile.send(response, "books.csv", List.of("id", "title"), _ -> {});

    assertThat(response.getContentAsString()).isEqualTo("id,title\n");
  }

  @Test
  void leavesTheAnswerOpenUntilTheFirstRow() {
    var failure = new IllegalStateException("no database");

    assertThatThrownBy(() -> send(failure, false)).isSameAs(failure);
    assertThat(response.isCommitted()).isFalse();
    assertThat(response.getContentType()).isNull();
    assertThatThrownBy(() -> send(failure, true))
        .isInstanceOf(CsvFile.BrokenOffException.class)
        .hasMessageContaining("books.csv")
        .hasCause(failure);
  }

  private void send(RuntimeException failure, boolean later) throws IOException {
    CsvFile.send(
        response,
        "books.csv",
        List.of("id"),
        rows -> {
          if (later) {
            rows.row(1);
          }
          throw failure;
        });
  }
}
