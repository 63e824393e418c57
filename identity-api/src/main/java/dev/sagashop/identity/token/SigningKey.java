package dev.sagashop.identity.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.sagashop.identity.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.security.converter.RsaKeyConverters;

/**
 * A key pair of this system, RSA with 2048 bits.
 *
 * @param kid derived from the public key, so it cannot name two keys
 * @param privateKeyPem PKCS #8; null once it is expired
 * @param publicKeyPem X.509
 * @param since when it came into its state
 * @param reason why it was made
 */
@Table("signing_keys")
record SigningKey(
    @Id String kid,
    @Nullable String privateKeyPem,
    String publicKeyPem,
    KeyState state,
    Instant since,
    String reason) {

  private static final int BITS = 2048;
  private static final int KID_BYTES = 12;

  static SigningKey generate(KeyState state, String reason) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      byte[] publicKey = pair.getPublic().getEncoded();
      String kid =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Arrays.copyOf(Sha256.of(publicKey), KID_BYTES));
      return new SigningKey(
          kid,
          pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
          pem("PUBLIC KEY", publicKey),
          state,
          Instant.now(),
          reason);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has RSA; this one lacks it.", e);
    }
  }

  RSAKey toJwk() {
    return new RSAKey.Builder(
            Objects.requireNonNull(RsaKeyConverters.x509().convert(stream(publicKeyPem))))
        .privateKey(
            Objects.requireNonNull(
                RsaKeyConverters.pkcs8().convert(stream(Objects.requireNonNull(privateKeyPem)))))
        .keyID(kid)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .build();
  }

  /** Without the private key: log lines show records. */
  @Override
  public String toString() {
    return "SigningKey[kid=" + kid + ", state=" + state + "]";
  }

  private static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
