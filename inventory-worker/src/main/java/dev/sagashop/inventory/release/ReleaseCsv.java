package dev.sagashop.inventory.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes releases as lines of comma separated values, as RFC 4180 quotes them. */
final class ReleaseCsv {

  private static final String HEADER = "release_id,order_id,reservation_id,reason,created_at\n";

  /** A spreadsheet would take what begins like this for a formula, and run it. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile(".*[\",\\r\\n].*", Pattern.DOTALL);

  private final Writer out;

  private ReleaseCsv(Writer out) {
    this.out = out;
  }

  /** Sends the header. From then on, nothing but lines can be said. */
  static ReleaseCsv begin(OutputStream stream) {
    var csv =
        new ReleaseCsv(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    csv.write(HEADER);
    csv.flush();
    return csv;
  }

  void line(Release release) {
    write(
        "%s,%d,%s,%s,%s\n"
            .formatted(
                release.releaseId(),
                release.orderId(),
                release.reservationId(),
                field(release.reason()),
                release.createdAt()));
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String field(String text) {
    String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
    return QUOTED.matcher(harmless).matches()
        ? "\"" + harmless.replace("\"", "\"\"") + "\""
        : harmless;
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
