package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.sagashop.platform.web.testing.Http;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;

class AccessTokenTest extends IdentityTest {

  @ParameterizedTest
  @CsvSource({
    "user@example.com, 2, ROLE_CUSTOMER, ROLE_CUSTOMER buyer",
    "support@example.com, 3, ROLE_SUPPORT, ROLE_SUPPORT support buyer",
    "admin@example.com, 1, ROLE_ADMIN, ROLE_ADMIN admin buyer"
  })
  void carriesWhatTheServicesAskFor(String email, long id, String role, String roles)
      throws ParseException {
    SignedJWT token = SignedJWT.parse(token(email));
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(token.getHeader().getKeyID()).isNotBlank();
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("sagashop");
    assertThat(claims.getAudience()).containsExactly("sagashop");
    assertThat(claims.getStringClaim("typ")).isEqualTo("access");
    assertThat(claims.getSubject()).isEqualTo("user-" + id);
    assertThat(claims.getStringClaim("user_id")).isEqualTo("user-" + id);
    assertThat(claims.getLongClaim("userId")).isEqualTo(id);
    assertThat(claims.getStringClaim("email")).isEqualTo(email);
    assertThat(claims.getStringClaim("role")).isEqualTo(role);
    assertThat(claims.getStringListClaim("roles")).containsExactly(roles.split(" ", -1));
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void isVerifiedByTheKeyThatIsPublished() throws ParseException, JOSEException {
    Http.Answer published = http().get("/.well-known/jwks.json");
    assertThat(published.status()).isEqualTo(200);
    JsonNode key = published.body().path("keys").path(0);
    assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
    assertThat(key.path("kty").asString()).isEqualTo("RSA");
    assertThat(key.path("use").asString()).isEqualTo("sig");
    assertThat(key.path("alg").asString()).isEqualTo("RS256");
    assertThat(isSignedBy(published, token("user@example.com"))).isTrue();
  }

  @Test
  void refusesATokenWhoseTextWasChanged() {
    String[] parts = token("user@example.com").split("\\.", -1);
    String[] others = token("admin@example.com").split("\\.", -1);
    String mixed = parts[0] + "." + others[1] + "." + parts[2];
    assertThat(http().get("/users/me", Http.bearer(mixed)).status()).isEqualTo(401);
  }

  @Test
  void outlivesARestartThatTurnsSeedDataOff() throws ParseException, JOSEException {
    String token = token("user@example.com");
    try (var restarted =
        SpringApplication.run(
            IdentityApiApplication.class,
            "--server.port=0",
            "--spring.datasource.url=" + DATABASE.jdbcUrl(),
            "--spring.datasource.username=" + DATABASE.username(),
            "--spring.datasource.password=" + DATABASE.password(),
            "--sagashop.seed-data=false",
            "--spring.jmx.enabled=false")) {
      var http =
          new Http(
              restarted.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
      assertThat(isSignedBy(http.get("/.well-known/jwks.json"), token)).isTrue();
      assertThat(http.get("/users/me", Http.bearer(token)).status()).isEqualTo(200);
    }
  }

  private static boolean isSignedBy(Http.Answer published, String token)
      throws ParseException, JOSEException {
    SignedJWT jwt = SignedJWT.parse(token);
    var key =
        JWKSet.parse(published.response().body())
            .getKeyByKeyId(jwt.getHeader().getKeyID())
            .toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    assertThat(key.size()).isEqualTo(2048);
    return jwt.verify(new RSASSAVerifier(key));
  }
}
