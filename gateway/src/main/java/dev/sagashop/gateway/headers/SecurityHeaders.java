package dev.sagashop.gateway.headers;

import dev.sagashop.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Replaces the token check of the shared starter, because the services do it. What stays is the
 * firewall against dots, slashes and semicolons in disguise, and the security headers.
 */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

  /** Of the web apps: everything from here, and pictures of products from anywhere safe. */
  private static final String APPS =
      String.join(
          "; ",
          List.of(
              "default-src 'self'",
              "img-src 'self' data: https:",
              "style-src 'self'",
              "script-src 'self'",
              "connect-src 'self'",
              "font-src 'self'",
              "object-src 'none'",
              "base-uri 'self'",
              "form-action 'self'",
              "frame-ancestors 'none'"));

  /** Of data, which a browser has no reason to show as a page. */
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

  /** Nothing in the shop needs the hardware of its visitors. */
  private static final String NO_DEVICES =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  @Bean
  SecurityFilterChain sagashopSecurity(
      HttpSecurity http, HandlerExceptionResolver handlerExceptionResolver) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    // Pages of our own origin never ask, and no other one is invited.
                    .requestMatchers(CorsUtils::isPreFlightRequest)
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(
                    (request, response, e) ->
                        handlerExceptionResolver.resolveException(
                            request, response, null, new ForeignOrigin())))
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Outside of the firewall, whose refusals carry them too. */
  @Bean
  FilterRegistrationBean<HeaderWriterFilter> headersOfEveryAnswer() {
    List<HeaderWriter> writers = new ArrayList<>(everywhere());
    writers.add(policy(DATA, data()));
    writers.add(policy(APPS, new NegatedRequestMatcher(data())));
    var filter = new FilterRegistrationBean<>(new HeaderWriterFilter(writers));
    filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
    return filter;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> malformedRequests() {
    List<HeaderWriter> writers = new ArrayList<>(everywhere());
    writers.add(new ContentSecurityPolicyHeaderWriter(DATA));
    return server ->
        server.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new MalformedRequests(writers)));
  }

  private static List<HeaderWriter> everywhere() {
    var opener = new CrossOriginOpenerPolicyHeaderWriter();
    opener.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
    return List.of(
        new XContentTypeOptionsHeaderWriter(),
        new CacheControlHeadersWriter(),
        new HstsHeaderWriter(),
        new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
        new ReferrerPolicyHeaderWriter(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN),
        new PermissionsPolicyHeaderWriter(NO_DEVICES),
        opener);
  }

  private static RequestMatcher data() {
    var paths = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(paths.matcher("/api/**"), paths.matcher("/.well-known/**"));
  }

  private static HeaderWriter policy(String directives, RequestMatcher where) {
    return new DelegatingRequestMatcherHeaderWriter(
        where, new ContentSecurityPolicyHeaderWriter(directives));
  }

  private static final class ForeignOrigin extends ProblemException {
    ForeignOrigin() {
      super(
          HttpStatus.FORBIDDEN,
          "FOREIGN_ORIGIN",
          "Pages of other origins may not call the shop; use one from here.");
    }
  }
}
