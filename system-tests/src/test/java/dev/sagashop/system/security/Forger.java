package dev.sagashop.system.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Makes tokens that look like the shop's: with keys of its own, and, for tokens whose only fault is
 * a claim, with the shop's.
 */
final class Forger {

  private final RSAKey shops;
  private final RSAKey own;

  /**
   * @param shops the key that the shop signs with, private half included
   */
  Forger(RSAKey shops) {
    this.shops = shops;
    try {
      this.own = new RSAKeyGenerator(2048).keyID("attacker").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key", e);
    }
  }

  /** Signed as the shop does, with claims that differ from good ones. */
  String withClaims(Consumer<JWTClaimsSet.Builder> change) {
    return sign(shops, header -> header, change);
  }

  /** Good claims under a header of the attacker's, signed with the attacker's key. */
  String withHeader(UnaryOperator<JWSHeader.Builder> change) {
    return sign(own, change, claims -> {});
  }

  JWK publicKey() {
    return own.toPublicJWK();
  }

  String unsigned() {
    return new PlainJWT(claims(claims -> {})).serialize();
  }

  /** Takes the published key for a shared secret, as a careless verifier would. */
  String signedWithThePublicKey() {
    try {
      String pem = "-----BEGIN PUBLIC KEY-----\n" + shops.toPublicJWK().toJSONString();
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(shops.getKeyID()).build(),
              claims(claims -> {}));
      token.sign(new MACSigner(pem.getBytes(StandardCharsets.UTF_8)));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Points at a place that would hand out the attacker's key. */
  String pointingAt(URI keys) {
    return withHeader(
        header -> header.jwkURL(keys).x509CertURL(keys).jwk(own.toPublicJWK()).keyID("attacker"));
  }

  private static String sign(
      RSAKey key, UnaryOperator<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> change) {
    try {
      JWSSigner signer = new RSASSASigner(key);
      var token =
          new SignedJWT(
              header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())).build(),
              claims(change));
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Those of an admin. */
  private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
    Instant now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("sagashop")
            .audience("sagashop")
            .subject("user-1")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
            .claim("typ", "access")
            .claim("user_id", "user-1")
            .claim("userId", 1)
            .claim("email", "admin@example.com")
            .claim("role", "ROLE_ADMIN")
            .claim("roles", List.of("ROLE_ADMIN", "admin", "buyer"));
    change.accept(claims);
    return claims.build();
  }
}
