package dev.sagashop.identity.session;

import dev.sagashop.identity.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * What lets a browser ask for a new access token, once.
 *
 * @param value only the browser's cookie has it; who reads our database cannot use what is stored
 * @param life what is left of it
 */
public record RefreshToken(String value, Duration life) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static RefreshToken random(Duration life) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), life);
  }

  String hash() {
    return hash(value);
  }

  /** A plain hash suffices: the value is random, there is nothing to guess. */
  static String hash(String value) {
    return Sha256.hex(value);
  }

  /** Without the value: log lines show records. */
  @Override
  public String toString() {
    return "RefreshToken[life=" + life + "]";
  }
}
