package dev.sagashop.platform.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Verifies tokens and applies the route rules of the service. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
    })
@EnableConfigurationProperties(WebProperties.class)
class TokenAutoConfiguration {

  private static final Duration KEYS_CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration KEYS_READ_TIMEOUT = Duration.ofSeconds(2);
  private static final int KEYS_MAX_BYTES = 64 * 1024;
  private static final Duration KEYS_TIME_TO_LIVE = Duration.ofMinutes(5);

  /** Verified tokens stay verifiable while the issuer is away. */
  private static final Duration KEYS_OUTAGE = Duration.ofHours(4);

  /** Tokens with invented key ids must not become a flood of requests to the issuer. */
  private static final Duration KEYS_MIN_INTERVAL = Duration.ofSeconds(10);

  /** Fetches nothing before the first token, so that a service starts without the issuer. */
  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(WebProperties properties) throws MalformedURLException {
    var retriever =
        new DefaultResourceRetriever(
            (int) KEYS_CONNECT_TIMEOUT.toMillis(),
            (int) KEYS_READ_TIMEOUT.toMillis(),
            KEYS_MAX_BYTES);
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(properties.jwksUri().toURL(), retriever)
            .cache(KEYS_TIME_TO_LIVE.toMillis(), KEYS_READ_TIMEOUT.toMillis() * 2)
            .refreshAheadCache(false)
            .rateLimited(KEYS_MIN_INTERVAL.toMillis())
            .outageTolerant(KEYS_OUTAGE.toMillis())
            .build();
    return TokenVerification.decoder(keys, properties.issuer(), properties.audience());
  }

  /** The last chain: it takes every request that a chain of the service did not claim. */
  @Bean
  @Order(SecurityFilterProperties.BASIC_AUTH_ORDER)
  @ConditionalOnMissingBean(name = "sagashopSecurity")
  SecurityFilterChain sagashopSecurity(
      HttpSecurity http, ObjectProvider<RouteRules> rules, JwtDecoder decoder, Problems problems) {
    var all = rules.orderedStream().flatMap(each -> each.rules().stream()).toList();
    return new TokenSecurity(new RouteRules(all), decoder, problems).chain(http);
  }

  @Bean
  WebMvcConfigurer currentUserArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserArgument());
      }
    };
  }
}
