package dev.sagashop.identity.token;

import dev.sagashop.identity.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Issues the tokens that every service of the shop accepts. */
@Component
public class AccessTokens {

  /** A leaked token dies with the hour; the refresh cookie spares people the form meanwhile. */
  private static final Duration LIFE = Duration.ofHours(1);

  private final JwtEncoder encoder;
  private final JwsHeader header;
  private final String issuer;
  private final String audience;

  AccessTokens(
      JwtEncoder encoder,
      TokenKeys keys,
      @Value("${sagashop.web.issuer}") String issuer,
      @Value("${sagashop.web.audience}") String audience) {
    this.encoder = encoder;
    this.header =
        JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").keyId(keys.activeKid()).build();
    this.issuer = issuer;
    this.audience = audience;
  }

  public String issue(User user) {
    Instant now = Instant.now();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .audience(List.of(audience))
            .subject(user.externalId())
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            // Two spellings of the same user: consumers of either source system find theirs.
            .claim("user_id", user.externalId())
            .claim("userId", user.id())
            .claim("email", user.email())
            .claim("role", user.role().name())
            .claim("roles", user.role().granted())
            .build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }
}
