package dev.sagashop.platform.web.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that a client downloads, sent row by row, so that its length does not matter. It begins
 * with its first row: what fails before can still be answered with a status.
 */
public final class CsvFile {

  /** What the routes say that they produce. */
  public static final String CONTENT_TYPE = "text/csv;charset=UTF-8";

  /** Takes one row after the other. */
  public interface Rows {

    /**
     * @param fields in the order of the columns; null is an empty field
     */
    void row(@Nullable Object... fields);
  }

  private final HttpServletResponse response;
  private final String name;
  private final List<String> columns;
  private @Nullable CsvWriter csv;

  private CsvFile(HttpServletResponse response, String name, List<String> columns) {
    this.response = response;
    this.name = name;
    this.columns = columns;
  }

  /**
   * @param name that the client stores it under
   * @param content hands on the rows
   * @throws BrokenOffException if the content failed after the first line was sent
   * @throws IOException if the client went away
   */
  public static void send(
      HttpServletResponse response, String name, List<String> columns, Consumer<Rows> content)
      throws IOException {
    var file = new CsvFile(response, name, columns);
    try {
      content.accept(fields -> file.begun().row(fields));
      file.begun().flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw file.csv == null ? e : new BrokenOffException(name, e);
    }
  }

  private CsvWriter begun() {
    if (csv == null) {
      response.setContentType(CONTENT_TYPE);
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(name).build().toString());
      try {
        csv = new CsvWriter(response.getOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      csv.row(columns.toArray());
      csv.flush();
    }
    return csv;
  }

  /** Part of the file is sent. The connection must break, or the client takes it for the whole. */
  public static final class BrokenOffException extends RuntimeException {

    private BrokenOffException(String name, RuntimeException cause) {
      super(name + " broke off after its first line", cause);
    }
  }
}
