package dev.sagashop.inventory.release;

import dev.sagashop.platform.web.paging.PageRefused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * The last release of a page. It travels as {@code <microseconds since 1970>:<release id>} in
 * base64url: microseconds because that is what the rows have, and a coarser cursor would skip the
 * rows that share its moment.
 */
record ReleaseCursor(Instant createdAt, UUID releaseId) {

  /** The end of the year 9999. */
  private static final long LAST_MICROSECOND = 253_402_300_799_999_999L;

  static ReleaseCursor of(Release last) {
    return new ReleaseCursor(last.createdAt(), last.releaseId());
  }

  /**
   * @throws PageRefused if the text is not one of {@link #encode}
   */
  static ReleaseCursor decode(String text) {
    try {
      String position = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int colon = position.indexOf(':');
      long micros = Long.parseLong(position.substring(0, colon));
      if (micros < 0 || micros > LAST_MICROSECOND) {
        throw new IllegalArgumentException("%d is beyond year 9999".formatted(micros));
      }
      return new ReleaseCursor(
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
          UUID.fromString(position.substring(colon + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw PageRefused.unreadableCursor(text, e);
    }
  }

  String encode() {
    String position =
        "%d:%s".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt), releaseId);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }
}
