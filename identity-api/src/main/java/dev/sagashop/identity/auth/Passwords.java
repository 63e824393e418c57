package dev.sagashop.identity.auth;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * How passwords are hashed. New ones with PBKDF2 at OWASP's strength for SHA-512: bcrypt reads 72
 * bytes at most, and a password may have 100 characters. Hashes of the earlier system are bcrypt
 * and are replaced when their owner signs in.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {

  /** Names its parameters, so that stronger ones can stand beside it later. */
  private static final String DEFAULT = "pbkdf2-sha512@210000";

  private static final int SALT_BYTES = 16;
  private static final int ITERATIONS = 210_000;

  @Bean
  PasswordEncoder passwordEncoder() {
    var bcrypt = new BCryptPasswordEncoder();
    var encoder =
        new DelegatingPasswordEncoder(
            DEFAULT,
            Map.of(
                DEFAULT,
                new Pbkdf2PasswordEncoder(
                    "", SALT_BYTES, ITERATIONS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512),
                "bcrypt",
                bcrypt));
    // The earlier system stored its hashes without a name in front.
    encoder.setDefaultPasswordEncoderForMatches(bcrypt);
    return encoder;
  }
}
