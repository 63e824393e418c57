package dev.sagashop.identity.token;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the keys through their states. Any replica may: the database lets one at a time, and its
 * clock decides, so that two of them do not rotate twice.
 */
@Component
class KeyRotation {

  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

  private final SigningKeys keys;
  private final TransactionTemplate transaction;
  private final double publishBefore;
  private final double publishAfter;
  private final double rotateAfter;

  KeyRotation(SigningKeys keys, PlatformTransactionManager transactions, KeyProperties properties) {
    this.keys = keys;
    this.transaction = new TransactionTemplate(transactions);
    this.publishBefore = properties.publishBefore().toSeconds();
    this.publishAfter = properties.publishAfter().toSeconds();
    this.rotateAfter = properties.rotateAfter().toSeconds();
    // The first token must find a key.
    advance();
  }

  /** Does whatever has come due. */
  @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  final void advance() {
    if (keys.isAnythingDue(publishBefore, publishAfter, rotateAfter)) {
      transaction.executeWithoutResult(_ -> advanceAlone());
    }
  }

  /**
   * Begins a rotation, unless one is under way.
   *
   * @return the key that will sign next
   */
  SigningKey begin(String reason, long requestedBy) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              keys.lock();
              return keys.findNext().orElseGet(() -> add(KeyState.NEXT, reason, requestedBy));
            }));
  }

  private void advanceAlone() {
    keys.lock();
    if (!keys.hasActive()) {
      add(KeyState.ACTIVE, "first start", null);
    }
    if (keys.retireForTheNext(publishBefore) && keys.activateNext(publishBefore)) {
      log.info("The next signing key is active, the one before is retired.");
    }
    if (keys.isRotationDue(rotateAfter)) {
      add(KeyState.NEXT, "schedule", null);
    }
    if (keys.expire(publishAfter) > 0) {
      log.info("Deleted the private half of a retired signing key: nothing it signed is valid.");
    }
  }

  private SigningKey add(KeyState state, String reason, @Nullable Long requestedBy) {
    SigningKey key = SigningKey.generate(state, reason);
    keys.add(key.kid(), key.privateKeyPem(), key.publicKeyPem(), state, reason, requestedBy);
    log.info("Made the signing key {}, {} ({}).", key.kid(), state, reason);
    return key;
  }
}
