package dev.sagashop.launcher;

import org.jspecify.annotations.Nullable;

/** Something the person at the terminal can mend; the message is one line that says what to do. */
public class ShopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ShopException(String message) {
    super(message);
  }

  public ShopException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
