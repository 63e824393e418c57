package dev.sagashop.provider;

/** The journal cannot be trusted or kept: without it nobody may be told that money moved. */
public final class BrokenJournal extends RuntimeException {

  BrokenJournal(String message) {
    super(message);
  }

  BrokenJournal(String message, Throwable cause) {
    super(message, cause);
  }
}
