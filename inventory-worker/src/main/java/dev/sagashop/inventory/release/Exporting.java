package dev.sagashop.inventory.release;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends the release audit as a file, row by row, so that its length does not matter. */
@Component
class Exporting {

  static final String CONTENT_TYPE = "text/csv;charset=UTF-8";
  private static final String FILE = "inventory-release-events.csv";

  private final Releases releases;

  Exporting(Releases releases) {
    this.releases = releases;
  }

  /**
   * @throws ExportBrokenOffException if the database failed after the first line was sent
   * @throws IOException if the client went away
   */
  void export(ReleaseFilter filter, int limit, HttpServletResponse response) throws IOException {
    var file = new File(response);
    try {
      releases.forEach(filter, limit, release -> file.begun().line(release));
      file.begun().flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      throw file.csv == null ? e : new ExportBrokenOffException(e);
    }
  }

  /** Begins with its first row: a query that fails before can still answer with a status. */
  private static final class File {

    private final HttpServletResponse response;
    private @Nullable ReleaseCsv csv;

    private File(HttpServletResponse response) {
      this.response = response;
    }

    private ReleaseCsv begun() {
      if (csv == null) {
        response.setContentType(CONTENT_TYPE);
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(FILE).build().toString());
        try {
          csv = ReleaseCsv.begin(response.getOutputStream());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return csv;
    }
  }

  /** Part of the file is sent. The connection must break, or the client takes it for the whole. */
  static final class ExportBrokenOffException extends RuntimeException {

    private ExportBrokenOffException(RuntimeException cause) {
      super("The export of the releases broke off after its first line", cause);
    }
  }
}
