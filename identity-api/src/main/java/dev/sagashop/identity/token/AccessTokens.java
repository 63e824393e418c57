package dev.sagashop.identity.token;

import dev.sagashop.identity.user.User;
import dev.sagashop.platform.web.TokenVerification;
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

  private final JwtEncoder encoder;
  private final TokenKeys keys;
  private final Duration life;
  private final String issuer;
  private final String audience;

  AccessTokens(
      JwtEncoder encoder,
      TokenKeys keys,
      KeyProperties properties,
      @Value("${sagashop.web.issuer}") String issuer,
      @Value("${sagashop.web.audience}") String audience) {
    this.encoder = encoder;
    this.keys = keys;
    this.life = properties.accessTokenLife();
    this.issuer = issuer;
    this.audience = audience;
  }

  public String issue(User user) {
    Instant now = Instant.now();
    JwsHeader header =
        JwsHeader.with(SignatureAlgorithm.RS256).type("JWT").keyId(keys.activeKid()).build();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .audience(List.of(audience))
            .subject(user.externalId())
            .issuedAt(now)
            .expiresAt(now.plus(life))
            .claim(TokenVerification.TYPE, TokenVerification.ACCESS)
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
