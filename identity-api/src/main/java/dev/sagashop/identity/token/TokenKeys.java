package dev.sagashop.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The keys as the database has them, at most a moment ago: another replica may have rotated. */
@Component
class TokenKeys {

  private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);

  private final SigningKeys keys;
  private final Duration cache;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Snapshot snapshot;

  /** The rotation comes first: it makes the key of a new system. */
  TokenKeys(SigningKeys keys, KeyRotation rotation, KeyProperties properties) {
    this.keys = keys;
    this.cache = properties.cache();
    rotation.advance();
    this.snapshot = read();
  }

  private record Snapshot(String activeKid, JWKSet all, long readAt) {}

  String activeKid() {
    return current().activeKid();
  }

  /** With private keys: for signing, never for an answer. */
  JWKSet all() {
    return current().all();
  }

  JWKSet published() {
    return current().all().toPublicJWKSet();
  }

  private Snapshot current() {
    boolean old = System.nanoTime() - snapshot.readAt() > cache.toNanos();
    if (old && reading.tryLock()) {
      try {
        snapshot = read();
      } catch (DataAccessException e) {
        log.warn("Cannot read the signing keys again, going on with those of before.", e);
      } finally {
        reading.unlock();
      }
    }
    return snapshot;
  }

  private Snapshot read() {
    long readAt = System.nanoTime();
    List<SigningKey> published = keys.findPublished();
    String active =
        published.stream()
            .filter(key -> key.state() == KeyState.ACTIVE)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("No signing key is active in signing_keys"))
            .kid();
    return new Snapshot(
        active,
        new JWKSet(published.stream().map(SigningKey::toJwk).map(JWK.class::cast).toList()),
        readAt);
  }
}
