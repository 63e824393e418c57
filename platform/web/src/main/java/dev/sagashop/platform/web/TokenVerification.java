package dev.sagashop.platform.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What makes a token good, in one place for the services and for the issuer itself. */
public final class TokenVerification {

  /** Clocks of two machines differ; a token that expired longer ago than this is refused. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  /** The claim that says what a token is good for. */
  public static final String TYPE = "typ";

  /** The one type that opens routes; whatever else the issuer signs does not. */
  public static final String ACCESS = "access";

  private TokenVerification() {}

  /**
   * Accepts RS256 tokens that are signed by one of the keys, come from the issuer, are meant for
   * the audience, are access tokens, have not expired, and carry {@code sub} and a positive whole
   * {@code userId}.
   */
  public static JwtDecoder decoder(
      JWKSource<SecurityContext> keys, String issuer, String audience) {
    var timestamps = new JwtTimestampValidator(CLOCK_SKEW);
    timestamps.setAllowEmptyExpiryClaim(false);
    var decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.<OAuth2TokenValidator<Jwt>>of(
                timestamps,
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(audience),
                new JwtClaimValidator<Object>(TYPE, ACCESS::equals),
                TokenVerification::namesTheUser)));
    return decoder;
  }

  private static OAuth2TokenValidatorResult namesTheUser(Jwt token) {
    Object userId = token.getClaims().get("userId");
    if (!(userId instanceof Long || userId instanceof Integer)
        || ((Number) userId).longValue() <= 0) {
      return refused("The claim userId is " + userId + " but must be a positive whole number");
    }
    return token.getSubject() == null
        ? refused("The claim sub is missing; it must name the user")
        : OAuth2TokenValidatorResult.success();
  }

  private static OAuth2TokenValidatorResult refused(String reason) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, reason, null));
  }
}
