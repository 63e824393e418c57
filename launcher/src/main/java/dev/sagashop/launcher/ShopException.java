package dev.sagashop.launcher;

/** Something the person at the terminal can mend; the message is one line that says what to do. */
public class ShopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ShopException(String message) {
    super(message);
  }

  public ShopException(String message, Throwable cause) {
    super(message, cause);
  }
}
