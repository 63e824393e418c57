package dev.sagashop.catalog.product;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Which version of a product a client means to change, by the body or by the header {@code
 * If-Match}; where neither says it, any.
 *
 * @param field null if the body has none
 * @param tags null if there is no header
 */
record ExpectedVersion(@Nullable Long field, @Nullable List<String> tags) {

  private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"|\\*");

  static ExpectedVersion of(@Nullable Long field, @Nullable String ifMatch) {
    if (ifMatch == null) {
      return new ExpectedVersion(field, null);
    }
    List<String> tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
    if (tags.isEmpty() || !tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
      throw new UnreadableIfMatch(ifMatch);
    }
    return new ExpectedVersion(field, tags);
  }

  static String tag(long version) {
    return "\"%d\"".formatted(version);
  }

  boolean allows(long version) {
    return (field == null || field == version)
        && (tags == null || tags.contains("*") || tags.contains(tag(version)));
  }

  /** The header is no list of entity tags. */
  private static final class UnreadableIfMatch extends ProblemException {

    private final FieldProblem fault;

    UnreadableIfMatch(String header) {
      this(
          new FieldProblem(
              HttpHeaders.IF_MATCH,
              "'%s' is no entity tag; send the ETag of the product, for example \"3\""
                  .formatted(header)));
    }

    private UnreadableIfMatch(FieldProblem fault) {
      super(HttpStatus.BAD_REQUEST, "INVALID_IF_MATCH", fault.field() + ": " + fault.message());
      this.fault = fault;
    }

    @Override
    public List<FieldProblem> errors() {
      return List.of(fault);
    }
  }
}
