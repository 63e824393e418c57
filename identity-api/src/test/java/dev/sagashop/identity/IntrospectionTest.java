package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.sagashop.platform.web.testing.Http;
import dev.sagashop.platform.web.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

class IntrospectionTest extends IdentityTest {

  private final JwtEncoder issuer;

  IntrospectionTest(@Autowired JwtEncoder issuer) {
    this.issuer = issuer;
  }

  @Test
  void knowsAGoodToken() throws ParseException {
    String token = token(SUPPORT);
    Http.Answer answer = introspect(token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().propertyNames())
        .containsExactlyInAnyOrder("active", "userId", "roles", "expiresAt", "reason");
    assertThat(answer.body().path("active").asBoolean()).isTrue();
    assertThat(answer.text("userId")).isEqualTo("user-3");
    assertThat(answer.body().path("roles").toString())
        .isEqualTo("[\"ROLE_SUPPORT\",\"support\",\"buyer\"]");
    assertThat(Instant.parse(answer.text("expiresAt")))
        .isEqualTo(SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime().toInstant());
    assertThat(answer.body().path("reason").isNull()).isTrue();
    assertThat(introspect("Bearer " + token).body().path("active").asBoolean()).isTrue();
  }

  @Test
  void saysWhatIsWrongWithTheForm() {
    assertInactive("Bearer ", "TOKEN_MISSING");
    assertInactive("garbage", "TOKEN_MALFORMED");
    assertInactive("a.b", "TOKEN_MALFORMED");
    assertInactive("a b.c.d", "TOKEN_MALFORMED");
    assertInactive("x".repeat(40_000), "TOKEN_MALFORMED");
    assertInactive("a.b.c", "TOKEN_HEADER_INVALID");
    assertInactive(base64("[]") + ".b.c", "TOKEN_HEADER_INVALID");
  }

  @Test
  void saysWhatIsWrongWithTheSignature() throws JOSEException {
    JWTClaimsSet claims = TestTokens.claims(2, "ROLE_ADMIN").build();
    assertInactive(new PlainJWT(claims).serialize(), "TOKEN_ALG_INVALID");
    var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    symmetric.sign(new MACSigner("0123456789012345678901234567890123456789"));
    assertInactive(symmetric.serialize(), "TOKEN_ALG_INVALID");
    try (var stranger = TestTokens.start()) {
      assertInactive(stranger.admin(2), "TOKEN_KID_UNKNOWN");
    }
    String[] parts = token(CUSTOMER).split("\\.", -1);
    String[] others = token(ADMIN).split("\\.", -1);
    assertInactive(parts[0] + "." + others[1] + "." + parts[2], "TOKEN_SIGNATURE_INVALID");
    assertInactive(parts[0] + "." + parts[1] + ".", "TOKEN_SIGNATURE_INVALID");
    assertInactive(base64("{\"alg\":\"RS256\"}") + ".b.c", "TOKEN_KID_UNKNOWN");
  }

  @Test
  void saysWhatIsWrongWithTheClaims() throws ParseException {
    assertInactive(signed(all -> all.remove("userId")), "TOKEN_USER_ID_MISSING");
    assertInactive(signed(all -> all.remove("sub")), "TOKEN_USER_ID_MISSING");
    assertInactive(signed(all -> all.put("iss", "somebody")), "TOKEN_ISSUER_INVALID");
    assertInactive(signed(all -> all.put("aud", List.of("others"))), "TOKEN_AUDIENCE_INVALID");
    assertInactive(signed(all -> all.put("typ", "refresh")), "TOKEN_TYPE_INVALID");
    assertInactive(signed(all -> all.remove("exp")), "TOKEN_EXP_MISSING");
    assertInactive(signed(IntrospectionTest::anHourAgo), "TOKEN_EXPIRED");
    assertInactive(
        signed(all -> all.put("nbf", Instant.now().plusSeconds(600))), "TOKEN_NOT_YET_VALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"token\":null}", "{\"token\":\" \"}", "{\"token\":{}}", "[]"})
  void needsAToken(String body) {
    assertThat(http().post("/auth/introspect", body).status()).isEqualTo(400);
  }

  private static void anHourAgo(Map<String, Object> claims) {
    claims.put("iat", Instant.now().minusSeconds(3600));
    claims.put("exp", Instant.now().minusSeconds(2700));
  }

  private void assertInactive(String token, String reason) {
    Http.Answer answer = introspect(token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body())
        .isEqualTo(
            """
            {"active":false,"userId":null,"roles":[],"expiresAt":null,"reason":"%s"}"""
                .formatted(reason));
  }

  private Http.Answer introspect(String token) {
    return http().post("/auth/introspect", Map.of("token", token));
  }

  /** Signed by the service's own key, whatever it says. */
  private String signed(Consumer<Map<String, Object>> change) throws ParseException {
    SignedJWT good = SignedJWT.parse(token(CUSTOMER));
    var header =
        JwsHeader.with(SignatureAlgorithm.RS256).keyId(good.getHeader().getKeyID()).build();
    JWTClaimsSet from = good.getJWTClaimsSet();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .claims(
                all -> {
                  all.putAll(from.getClaims());
                  all.put("exp", from.getExpirationTime().toInstant());
                  all.put("iat", from.getIssueTime().toInstant());
                  change.accept(all);
                })
            .build();
    return issuer.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
