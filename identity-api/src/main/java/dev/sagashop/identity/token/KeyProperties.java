package dev.sagashop.identity.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param accessTokenLife how long an access token outlives a sign-out or a change of role at most
 * @param rotateAfter how long a key signs
 * @param publishBefore how long a key is published before it signs: longer than all caches of the
 *     key set one after the other, our own {@link JwksController#FRESH} and the verifiers'
 * @param cache for how long a replica believes what it read of the keys
 */
@ConfigurationProperties("sagashop.identity.tokens")
record KeyProperties(
    Duration accessTokenLife, Duration rotateAfter, Duration publishBefore, Duration cache) {

  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Our own header, and then the verifiers' cache, which is as long. */
  private static final Duration CACHES = JwksController.FRESH.multipliedBy(2);

  KeyProperties {
    if (publishBefore.compareTo(CACHES) < 0) {
      throw new IllegalArgumentException(
          "sagashop.identity.tokens.publish-before is %s but must be at least %s, for which key sets are cached"
              .formatted(publishBefore, CACHES));
    }
  }

  /** Until then, a token that was signed at the last moment by the slowest replica is good. */
  Duration publishAfter() {
    return accessTokenLife.plus(cache).plus(SKEW);
  }
}
