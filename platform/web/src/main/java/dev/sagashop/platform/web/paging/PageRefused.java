package dev.sagashop.platform.web.paging;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A page that cannot be found by what the client said. */
public final class PageRefused extends ProblemException {

  private final FieldProblem fault;

  private PageRefused(String code, FieldProblem fault) {
    super(HttpStatus.BAD_REQUEST, code, fault.field() + ": " + fault.message());
    this.fault = fault;
  }

  static PageRefused unknownSort(String sort, String known) {
    return new PageRefused(
        "UNKNOWN_SORT", new FieldProblem("sort", "'%s' is not one of %s".formatted(sort, known)));
  }

  /** What a client sent as a cursor is none of this list. */
  public static PageRefused unreadableCursor(String text, Throwable cause) {
    var refused =
        new PageRefused(
            "INVALID_CURSOR",
            new FieldProblem(
                "cursor",
                "'%s' is not the nextCursor of an earlier page; ask for the first page without one"
                    .formatted(text)));
    refused.initCause(cause);
    return refused;
  }

  static PageRefused cursorOfAnotherSort(String cursors, String sort) {
    return new PageRefused(
        "INVALID_CURSOR",
        new FieldProblem(
            "cursor", "belongs to the sort '%s' but '%s' was asked for".formatted(cursors, sort)));
  }

  @Override
  public List<FieldProblem> errors() {
    return List.of(fault);
  }
}
