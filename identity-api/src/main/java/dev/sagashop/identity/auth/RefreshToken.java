package dev.sagashop.identity.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What lets a browser ask for new access tokens. The value itself is only in the browser's cookie;
 * who reads our database cannot use what is stored here.
 */
@Table("refresh_tokens")
record RefreshToken(@Id long userId, String tokenHash, Instant expiresAt) {

  /** Cookie and stored token live equally long. */
  static final Duration LIFE = Duration.ofDays(7);

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Plain SHA-256 suffices: the value is random, there is nothing to guess. */
  static String hash(String value) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256; this one lacks it.", e);
    }
  }
}
