package dev.sagashop.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses large bodies: at once where their length is said, else as soon as they exceed it. Bodies
 * pass through while they are read, so a service may see the start of one, but never its end.
 */
final class BodyLimits extends OncePerRequestFilter {

  private static final RequestMatcher PICTURES =
      PathPatternRequestMatcher.withDefaults()
          .matcher(HttpMethod.POST, "/api/products/{id}/images");

  private final Limits limits;
  private final HandlerExceptionResolver refusals;

  BodyLimits(Limits limits, HandlerExceptionResolver refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = (PICTURES.matches(request) ? limits.picture() : limits.body()).toBytes();
    if (request.getContentLengthLong() > limit) {
      refusals.resolveException(request, response, null, new BodyTooLarge(limit));
    } else if (request.getContentLengthLong() < 0) {
      chain.doFilter(new CountedBody(request, limit), response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
