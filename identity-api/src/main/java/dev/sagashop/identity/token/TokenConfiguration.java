package dev.sagashop.identity.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.sagashop.platform.web.TokenVerification;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The issuer verifies with the keys it holds; the other services fetch them from here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeyProperties.class)
class TokenConfiguration {

  @Bean
  JWKSource<SecurityContext> jwkSource(TokenKeys keys) {
    return (selector, _) -> selector.select(keys.all());
  }

  @Bean
  JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
    return new NimbusJwtEncoder(keys);
  }

  @Bean
  JwtDecoder jwtDecoder(
      JWKSource<SecurityContext> keys,
      @Value("${sagashop.web.issuer}") String issuer,
      @Value("${sagashop.web.audience}") String audience) {
    return TokenVerification.decoder(keys, issuer, audience);
  }
}
