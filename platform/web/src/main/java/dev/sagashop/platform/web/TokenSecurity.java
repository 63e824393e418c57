package dev.sagashop.platform.web;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import dev.sagashop.platform.web.RouteRules.Rule;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Builds the filter chain: stateless, bearer tokens only, refusals in the shared error body. */
final class TokenSecurity {

  private static final Logger log = LoggerFactory.getLogger(TokenSecurity.class);

  private static final List<String> ALWAYS_PUBLIC =
      List.of(
          "/actuator/**",
          "/swagger-ui/**",
          "/swagger-ui.html",
          "/v3/api-docs/**",
          "/v3/api-docs.yaml",
          "/webjars/**",
          "/error");

  /**
   * @param access as in {@link RouteRules.Rule}
   */
  private record Route(RequestMatcher matcher, @Nullable Set<String> access) {}

  private final List<Route> routes;
  private final JwtDecoder decoder;
  private final Problems problems;
  private final BearerTokenResolver header = new DefaultBearerTokenResolver();

  TokenSecurity(RouteRules rules, JwtDecoder decoder, Problems problems) {
    var paths = PathPatternRequestMatcher.withDefaults();
    this.routes =
        Stream.concat(
                ALWAYS_PUBLIC.stream().map(pattern -> new Route(paths.matcher(pattern), null)),
                rules.rules().stream().map(rule -> new Route(matcher(paths, rule), rule.access())))
            .toList();
    this.decoder = decoder;
    this.problems = problems;
  }

  /** Who may get something may ask for its head. */
  private static RequestMatcher matcher(PathPatternRequestMatcher.Builder paths, Rule rule) {
    RequestMatcher exact = paths.matcher(rule.method(), rule.pattern());
    return HttpMethod.GET.equals(rule.method())
        ? new OrRequestMatcher(exact, paths.matcher(HttpMethod.HEAD, rule.pattern()))
        : exact;
  }

  SecurityFilterChain chain(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(this::refuseUnknown)
                    .accessDeniedHandler((request, response, e) -> refuseRole(request, response)))
        .oauth2ResourceServer(
            server ->
                server
                    .bearerTokenResolver(this::token)
                    .authenticationEntryPoint(this::refuseUnknown)
                    .accessDeniedHandler((request, response, e) -> refuseRole(request, response))
                    .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(authorities()))
                    .withObjectPostProcessor(
                        new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                          @Override
                          public <O extends BearerTokenAuthenticationFilter> O postProcess(
                              O filter) {
                            filter.setAuthenticationFailureHandler(TokenSecurity.this::refuseToken);
                            return filter;
                          }
                        }))
        .authorizeHttpRequests(
            requests -> {
              // The first dispatch of the request was authorised; these continue it.
              requests
                  .dispatcherTypeMatchers(
                      DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                  .permitAll();
              for (Route route : routes) {
                var matched = requests.requestMatchers(route.matcher());
                switch (route.access()) {
                  case null -> matched.permitAll();
                  case Set<String> roles when roles.isEmpty() -> matched.authenticated();
                  case Set<String> roles -> matched.hasAnyAuthority(roles.toArray(String[]::new));
                }
              }
              requests.anyRequest().authenticated();
            })
        .build();
  }

  private static JwtAuthenticationConverter authorities() {
    var converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(TokenSecurity::roles);
    return converter;
  }

  private static Collection<GrantedAuthority> roles(Jwt token) {
    List<String> roles = token.getClaimAsStringList("roles");
    return roles == null
        ? List.of()
        : roles.stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
  }

  /**
   * On a public route a stale token counts as none: a client that still sends it must be able to
   * sign in again.
   */
  private @Nullable String token(HttpServletRequest request) {
    if (!isPublic(request)) {
      return header.resolve(request);
    }
    try {
      String token = header.resolve(request);
      if (token != null) {
        decoder.decode(token);
      }
      return token;
    } catch (OAuth2AuthenticationException | JwtException e) {
      log.debug("Ignoring the token of a request to a public route: {}", e.getMessage());
      return null;
    }
  }

  private boolean isPublic(HttpServletRequest request) {
    return routes.stream()
        .filter(route -> route.matcher().matches(request))
        .findFirst()
        .map(route -> route.access() == null)
        .orElse(false);
  }

  private void refuseToken(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof AuthenticationServiceException && !isKeyUnknown(e)) {
      log.warn("Cannot verify a token, the keys of the issuer are out of reach: {}", e.toString());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      problems.write(
          request,
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "The token cannot be verified at the moment; try again.");
      return;
    }
    refuseUnknown(request, response, e);
  }

  private void refuseUnknown(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof OAuth2AuthenticationException || isKeyUnknown(e)) {
      log.debug("Refusing a token: {}", e.getMessage());
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problems.write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "The token is not valid or has expired; sign in again.");
    } else {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "A token is needed: send the header 'Authorization: Bearer <token>'.");
    }
  }

  private void refuseRole(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "Your roles do not allow %s %s.".formatted(request.getMethod(), request.getRequestURI()));
  }

  /** The keys were asked for again a moment ago, and this one was not among them. */
  private static boolean isKeyUnknown(Throwable e) {
    return Stream.<@Nullable Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(RateLimitReachedException.class::isInstance);
  }
}
