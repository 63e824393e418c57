package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.security.converter.RsaKeyConverters;

/** Tokens that are nearly good open nothing, at the gateway or past it. */
class ForgedTokenTest {

  private static final String ADMINS_ONLY = "/orders";

  private final RunningShop shop = RunningShop.shared();
  private final Forger forger = new Forger(shopsKey());

  @Test
  void theUnchangedTokenIsGood() {
    assertThat(status(forger.withClaims(claims -> {}))).isEqualTo(200);
  }

  @TestFactory
  Stream<DynamicTest> refusedTokens() {
    Map<String, Function<Forger, String>> tokens =
        Map.ofEntries(
            Map.entry("garbage", _ -> "no.such.token"),
            Map.entry("three dots", _ -> "..."),
            Map.entry("alg none", Forger::unsigned),
            Map.entry("HS256 with the public key", Forger::signedWithThePublicKey),
            Map.entry(
                "kid of the shop, key of another",
                f -> f.withHeader(header -> header.keyID(shopsKey().getKeyID()))),
            Map.entry("unknown kid", f -> f.withHeader(header -> header.keyID("nobody's"))),
            Map.entry(
                "kid that climbs",
                f -> f.withHeader(header -> header.keyID("../../../../dev/null"))),
            Map.entry(
                "kid with SQL", f -> f.withHeader(header -> header.keyID("' union select 'x' --"))),
            Map.entry("jwk in the header", f -> f.withHeader(header -> header.jwk(f.publicKey()))),
            Map.entry("expired", f -> f.withClaims(claims -> claims.expirationTime(ago(60)))),
            Map.entry("no expiry", f -> f.withClaims(claims -> claims.expirationTime(null))),
            Map.entry("not yet valid", f -> f.withClaims(claims -> claims.notBeforeTime(ago(-60)))),
            Map.entry("wrong audience", f -> f.withClaims(claims -> claims.audience("another"))),
            Map.entry("wrong issuer", f -> f.withClaims(claims -> claims.issuer("another"))),
            Map.entry("refresh token", f -> f.withClaims(claims -> claims.claim("typ", "refresh"))),
            Map.entry("without a type", f -> f.withClaims(claims -> claims.claim("typ", null))),
            Map.entry("without a user", f -> f.withClaims(claims -> claims.claim("userId", null))));
    return tokens.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> assertThat(status(entry.getValue().apply(forger))).isEqualTo(401)));
  }

  @Test
  void noTokenFetchesItsOwnKey() throws IOException {
    var asked = new AtomicInteger();
    HttpServer attacker =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    attacker.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] keys = new JWKSet(forger.publicKey()).toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    attacker.start();
    try {
      URI keys = URI.create("http://127.0.0.1:" + attacker.getAddress().getPort() + "/keys");

      assertThat(status(forger.pointingAt(keys))).isEqualTo(401);

      assertThat(asked).hasValue(0);
    } finally {
      attacker.stop(0);
    }
  }

  /** The same at the gateway and past it. */
  private int status(String token) {
    int behind = Visitor.at(shop.service("order-service"), token).get(ADMINS_ONLY).status();
    int through = Visitor.withToken(shop, token).get("/api" + ADMINS_ONLY).status();
    assertThat(through).isEqualTo(behind);
    return through;
  }

  private static Date ago(long seconds) {
    return Date.from(Instant.now().minus(Duration.ofSeconds(seconds)));
  }

  private RSAKey shopsKey() {
    var books = new Books(shop);
    String kid =
        books.text(
            "user_db",
            "select kid from signing_keys where private_key_pem is not null order by created_at limit 1");
    String pem =
        books.text("user_db", "select private_key_pem from signing_keys where kid = ?", kid);
    try {
      RSAPrivateKey key = RsaKeyConverters.pkcs8().convert(stream(pem));
      if (!(key instanceof RSAPrivateCrtKey whole)) {
        throw new IllegalStateException("the key of the shop lacks its public half");
      }
      var publicHalf =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()));
      return new RSAKey.Builder((RSAPublicKey) publicHalf).privateKey(whole).keyID(kid).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the shop cannot be read", e);
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
