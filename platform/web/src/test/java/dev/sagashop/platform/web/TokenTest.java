package dev.sagashop.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.sagashop.platform.web.testing.TestTokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest extends WebTest {

  @Test
  void aRouteThatNoRuleNamesNeedsAToken() {
    var answer = http().get("/me");
    assertProblem(answer, 401, "UNAUTHORIZED", "/me");
    assertThat(answer.text("error")).isEqualTo("Unauthorized");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void theControllerSeesTheUserOfTheToken() {
    var answer = http().get("/me", bearer(TOKENS.admin(42)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("userId").asLong()).isEqualTo(42);
    assertThat(answer.text("subject")).isEqualTo("user-42");
    assertThat(answer.body().path("roles").toString()).contains("ROLE_ADMIN", "buyer");
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    assertThat(http().get("/me", "Authorization", "bEARER " + TOKENS.customer(7)).status())
        .isEqualTo(200);
  }

  @Test
  void expiredTokensAreRefused() {
    assertRefused(
        TOKENS.token(
            7, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(15)))));
    assertRefused(TOKENS.token(7, claims -> claims.expirationTime(null)));
  }

  @Test
  void tokensOfOthersOrForOthersAreRefused() {
    assertRefused(TOKENS.token(7, claims -> claims.issuer("somebody")));
    assertRefused(TOKENS.token(7, claims -> claims.issuer(null)));
    assertRefused(TOKENS.token(7, claims -> claims.audience("another-shop")));
    assertRefused(TOKENS.token(7, claims -> claims.audience((String) null)));
  }

  @Test
  void tokensThatAreNotForAccessAreRefused() {
    assertRefused(TOKENS.token(7, claims -> claims.claim("typ", "refresh")));
    assertRefused(TOKENS.token(7, claims -> claims.claim("typ", List.of("access"))));
    assertRefused(TOKENS.token(7, claims -> claims.claim("typ", null)));
  }

  @Test
  void tokensThatDoNotNameTheUserAreRefused() {
    assertRefused(TOKENS.token(7, claims -> claims.claim("userId", null)));
    assertRefused(TOKENS.token(7, claims -> claims.claim("userId", "7")));
    assertRefused(TOKENS.token(7, claims -> claims.claim("userId", 7.5)));
    assertRefused(TOKENS.token(7, claims -> claims.claim("userId", -1)));
    assertRefused(TOKENS.token(7, claims -> claims.subject(null)));
  }

  @Test
  void tokensThatAreNotSignedByTheIssuerAreRefused() throws JOSEException {
    try (var stranger = TestTokens.start()) {
      assertRefused(stranger.admin(7));
      // Once more: the keys were just asked for again, and are not asked for each wrong token.
      int before = TOKENS.keyRequests();
      for (int i = 0; i < 5; i++) {
        assertRefused(stranger.admin(7));
      }
      assertThat(TOKENS.keyRequests() - before).isLessThanOrEqualTo(1);
    }
    assertRefused(new PlainJWT(TestTokens.claims(7, "ROLE_ADMIN").build()).serialize());
    var symmetric =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256), TestTokens.claims(7, "ROLE_ADMIN").build());
    symmetric.sign(new MACSigner("0123456789012345678901234567890123456789"));
    assertRefused(symmetric.serialize());
    assertRefused("garbage");
    assertRefused("a.b.c");
    String good = TOKENS.admin(7);
    assertRefused(good.substring(0, good.length() - 8) + "AAAAAAAA");
  }

  @Test
  void aRoleThatTheRuleDoesNotNameIsRefused() {
    var answer = http().get("/reports", customer());
    assertProblem(answer, 403, "FORBIDDEN", "/reports");
    assertThat(answer.text("error")).isEqualTo("Forbidden");
    assertThat(http().get("/reports", bearer(TOKENS.support(7))).status()).isEqualTo(200);
    assertThat(http().get("/reports", bearer(TOKENS.admin(7))).status()).isEqualTo(200);
  }

  @Test
  void theFirstRuleThatMatchesWins() {
    assertThat(http().get("/books").status()).isEqualTo(200);
    assertProblem(http().post("/books", "{}"), 401, "UNAUTHORIZED", "/books");
    assertProblem(http().post("/books", "{}", customer()), 403, "FORBIDDEN", "/books");
    assertThat(http().post("/books", "{}", bearer(TOKENS.admin(7))).status()).isEqualTo(200);
  }

  @Test
  void onAPublicRouteAGoodTokenNamesTheCallerAndAStaleOneIsIgnored() {
    assertThat(http().get("/books").text("caller")).isEqualTo("nobody");
    assertThat(http().get("/books", customer()).text("caller")).isEqualTo("user-7");
    assertThat(http().get("/books", bearer("stale")).text("caller")).isEqualTo("nobody");
    assertThat(http().get("/books", "Authorization", "Bearer a b c").text("caller"))
        .isEqualTo("nobody");
  }

  @Test
  void aRefusalInsideAControllerHasTheBodyToo() {
    assertProblem(http().get("/denied", customer()), 403, "FORBIDDEN", "/denied");
  }

  @Test
  void otherOriginsGetNoPermission() {
    var answer = http().get("/books", "Origin", "https://elsewhere.example");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  private void assertRefused(String token) {
    var answer = http().get("/me", bearer(token));
    assertProblem(answer, 401, "UNAUTHORIZED", "/me");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }
}
