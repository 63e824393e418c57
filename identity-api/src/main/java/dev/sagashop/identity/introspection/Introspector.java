package dev.sagashop.identity.introspection;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.sagashop.platform.web.TokenVerification;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Looks at a token as the services do. The same decoder decides whether it is good; only the reason
 * for a no is found here, in the order in which the earlier system looked.
 */
@Component
class Introspector {

  /** Ours have a fortieth of this; nothing longer is worth a look. */
  private static final int LONGEST = 32 * 1024;

  private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");
  private static final Pattern SCHEME = Pattern.compile("(?i)bearer(\\s+|$)");

  private final JwtDecoder decoder;
  private final JWKSource<SecurityContext> keys;
  private final String issuer;
  private final String audience;

  Introspector(
      JwtDecoder decoder,
      JWKSource<SecurityContext> keys,
      @Value("${sagashop.web.issuer}") String issuer,
      @Value("${sagashop.web.audience}") String audience) {
    this.decoder = decoder;
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
  }

  /**
   * @param text also with the scheme in front, as it stands in the header {@code Authorization}
   */
  Introspection look(String text) {
    String token = SCHEME.matcher(text.strip()).replaceFirst("");
    if (token.isEmpty()) {
      return Introspection.inactive(Reason.TOKEN_MISSING);
    }
    if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
      return Introspection.inactive(Reason.TOKEN_MALFORMED);
    }
    try {
      Jwt jwt = decoder.decode(token);
      return Introspection.active(
          Objects.requireNonNull(jwt.getSubject()),
          Objects.requireNonNullElse(jwt.getClaimAsStringList("roles"), List.of()),
          Objects.requireNonNull(jwt.getExpiresAt()));
    } catch (JwtException e) {
      String[] parts = token.split("\\.", -1);
      return Introspection.inactive(
          signatureFault(parts).or(() -> claimsFault(parts[1])).orElse(Reason.TOKEN_MALFORMED));
    }
  }

  private Optional<Reason> signatureFault(String[] parts) {
    try {
      Map<String, Object> json = JSONObjectUtils.parse(new Base64URL(parts[0]).decodeToString());
      if (!(json.get("alg") instanceof String)) {
        return Optional.of(Reason.TOKEN_HEADER_INVALID);
      }
      if (!JWSAlgorithm.RS256.getName().equals(json.get("alg"))) {
        return Optional.of(Reason.TOKEN_ALG_INVALID);
      }
      JWSHeader header = JWSHeader.parse(new Base64URL(parts[0]));
      List<JWK> known = keys.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
      if (header.getKeyID() == null || known.isEmpty()) {
        return Optional.of(Reason.TOKEN_KID_UNKNOWN);
      }
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      return new RSASSAVerifier(known.getFirst().toRSAKey())
              .verify(header, signed, new Base64URL(parts[2]))
          ? Optional.empty()
          : Optional.of(Reason.TOKEN_SIGNATURE_INVALID);
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.of(Reason.TOKEN_HEADER_INVALID);
    } catch (JOSEException e) {
      return Optional.of(Reason.TOKEN_SIGNATURE_INVALID);
    }
  }

  private Optional<Reason> claimsFault(String payload) {
    JWTClaimsSet claims;
    try {
      claims = JWTClaimsSet.parse(JSONObjectUtils.parse(new Base64URL(payload).decodeToString()));
    } catch (ParseException e) {
      return Optional.of(Reason.TOKEN_PAYLOAD_INVALID);
    }
    if (claims.getSubject() == null || !(claims.getClaim("userId") instanceof Number)) {
      return Optional.of(Reason.TOKEN_USER_ID_MISSING);
    }
    if (!issuer.equals(claims.getIssuer())) {
      return Optional.of(Reason.TOKEN_ISSUER_INVALID);
    }
    if (!claims.getAudience().contains(audience)) {
      return Optional.of(Reason.TOKEN_AUDIENCE_INVALID);
    }
    if (!TokenVerification.ACCESS.equals(claims.getClaim(TokenVerification.TYPE))) {
      return Optional.of(Reason.TOKEN_TYPE_INVALID);
    }
    Date expiry = claims.getExpirationTime();
    if (expiry == null) {
      return Optional.of(Reason.TOKEN_EXP_MISSING);
    }
    if (expiry.toInstant().isBefore(Instant.now())) {
      return Optional.of(Reason.TOKEN_EXPIRED);
    }
    return Optional.ofNullable(claims.getNotBeforeTime()).map(_ -> Reason.TOKEN_NOT_YET_VALID);
  }
}
