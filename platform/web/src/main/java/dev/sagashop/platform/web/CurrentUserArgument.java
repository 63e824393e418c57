package dev.sagashop.platform.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the {@link CurrentUser}; on a public route a parameter marked {@code @Nullable}
 * is null without a token.
 */
final class CurrentUserArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CurrentUser.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken authentication) {
      return currentUser(authentication.getToken());
    }
    if (parameter.isOptional()) {
      return null;
    }
    throw new AuthenticationCredentialsNotFoundException(
        "No token on a route whose controller needs the current user");
  }

  /** {@link TokenVerification} let no token pass without these claims. */
  private static CurrentUser currentUser(Jwt token) {
    Number userId = Objects.requireNonNull(token.<Number>getClaim("userId"), "claim userId");
    String subject = Objects.requireNonNull(token.getSubject(), "claim sub");
    List<String> roles = token.getClaimAsStringList("roles");
    return new CurrentUser(
        userId.longValue(), subject, roles == null ? Set.of() : Set.copyOf(roles));
  }
}
