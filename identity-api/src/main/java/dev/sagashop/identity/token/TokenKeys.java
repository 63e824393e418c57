package dev.sagashop.identity.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys of this start. The first start of a new system makes one; every later one finds it. */
@Component
class TokenKeys {

  private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);

  private final String activeKid;
  private final JWKSet all;

  TokenKeys(SigningKeys keys) {
    this.activeKid = keys.findByActiveTrue().orElseGet(() -> create(keys)).kid();
    this.all =
        new JWKSet(keys.findAll().stream().map(SigningKey::toJwk).map(JWK.class::cast).toList());
  }

  private static SigningKey create(SigningKeys keys) {
    SigningKey key = SigningKey.generate();
    if (keys.addUnlessOneIsActive(key.kid(), key.privateKeyPem(), key.publicKeyPem())) {
      log.info("Generated the signing key {}.", key.kid());
      return key;
    }
    return keys.findByActiveTrue().orElseThrow();
  }

  String activeKid() {
    return activeKid;
  }

  /** With private keys: for signing, never for an answer. */
  JWKSet all() {
    return all;
  }

  JWKSet published() {
    return all.toPublicJWKSet();
  }
}
