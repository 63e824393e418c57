package dev.sagashop.platform.outbox.operating;

/**
 * What an operator's action is recorded with.
 *
 * @param userName as people know the user, such as an e-mail address
 * @param reason why, at most {@value #LONGEST_REASON} characters
 */
public record Decision(long userId, String userName, String reason) {

  public static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 320;

  public Decision {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "The reason has %d characters; expected 1 to %d, not only blanks"
              .formatted(reason.length(), LONGEST_REASON));
    }
    if (userName.length() > LONGEST_NAME) {
      userName = userName.substring(0, LONGEST_NAME);
    }
    // Texts of PostgreSQL know no NUL.
    reason = reason.replace('\0', ' ');
  }
}
