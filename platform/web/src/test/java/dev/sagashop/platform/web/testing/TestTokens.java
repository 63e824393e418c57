package dev.sagashop.platform.web.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.sagashop.platform.web.TokenVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * An issuer of tokens for tests: mints them with a key of its own and serves that key.
 *
 * <pre>{@code
 * static final TestTokens TOKENS = TestTokens.start();
 *
 * @DynamicPropertySource
 * static void keys(DynamicPropertyRegistry registry) {
 *   registry.add("sagashop.web.jwks-uri", TOKENS::jwksUri);
 * }
 * }</pre>
 *
 * or, without HTTP, a bean {@code JwtDecoder} from {@link #decoder()}.
 */
public final class TestTokens implements AutoCloseable {

  public static final String ISSUER = "sagashop";
  public static final String AUDIENCE = "sagashop";

  private final RSAKey key;
  private final HttpServer server;
  private final AtomicInteger keyRequests = new AtomicInteger();

  private TestTokens(RSAKey key, HttpServer server) {
    this.key = key;
    this.server = server;
  }

  /** Generates a key and serves it on a free port of the loopback address. */
  public static TestTokens start() {
    try {
      RSAKey key =
          new RSAKeyGenerator(2048)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var tokens = new TestTokens(key, server);
      tokens.serve();
      return tokens;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot serve the keys of the tests", e);
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot generate the key of the tests", e);
    }
  }

  public URI jwksUri() {
    return URI.create(
        "http://localhost:%d/.well-known/jwks.json".formatted(server.getAddress().getPort()));
  }

  /** How often the keys were fetched. */
  public int keyRequests() {
    return keyRequests.get();
  }

  /** Verifies as the services do, with the key at hand. */
  public JwtDecoder decoder() {
    return TokenVerification.decoder(
        new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), ISSUER, AUDIENCE);
  }

  public String customer(long userId) {
    return token(userId, "ROLE_CUSTOMER", "buyer");
  }

  public String support(long userId) {
    return token(userId, "ROLE_SUPPORT", "support", "buyer");
  }

  public String admin(long userId) {
    return token(userId, "ROLE_ADMIN", "admin", "buyer");
  }

  /**
   * @param roles the first one is the main role
   */
  public String token(long userId, String... roles) {
    return token(userId, claims -> claims, roles);
  }

  /**
   * @param change replaces or removes claims of an otherwise good token
   */
  public String token(long userId, UnaryOperator<JWTClaimsSet.Builder> change, String... roles) {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
            change.apply(claims(userId, roles)).build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("Cannot sign a token", e);
    }
    return token.serialize();
  }

  /** The claims of a good token that lives for an hour. */
  public static JWTClaimsSet.Builder claims(long userId, String... roles) {
    String subject = "user-" + userId;
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(subject)
        .claim(TokenVerification.TYPE, TokenVerification.ACCESS)
        .claim("user_id", subject)
        .claim("userId", userId)
        .claim("email", subject + "@example.com")
        .claim("role", roles.length == 0 ? "ROLE_CUSTOMER" : roles[0])
        .claim("roles", List.of(roles))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve() {
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          keyRequests.incrementAndGet();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          try (var body = exchange.getResponseBody()) {
            body.write(keys);
          }
        });
    server.start();
  }
}
