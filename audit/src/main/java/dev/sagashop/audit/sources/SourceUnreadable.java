package dev.sagashop.audit.sources;

/** A source did not answer, or not with what the auditor can read. */
public final class SourceUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;

  public SourceUnreadable(String source, String problem, Throwable cause) {
    super(source + ": " + problem, cause);
    this.source = source;
  }

  public SourceUnreadable(String source, String problem) {
    super(source + ": " + problem);
    this.source = source;
  }

  public String source() {
    return source;
  }
}
