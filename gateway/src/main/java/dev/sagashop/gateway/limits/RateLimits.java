package dev.sagashop.gateway.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses what one address sends faster than people and their programs do. */
final class RateLimits extends OncePerRequestFilter {

  private static final RequestMatcher SIGN_IN =
      PathPatternRequestMatcher.withDefaults().matcher("/api/auth/**");

  private final AddressBuckets all;
  private final AddressBuckets signIn;
  private final HandlerExceptionResolver refusals;

  RateLimits(Limits limits, HandlerExceptionResolver refusals) {
    this.all = new AddressBuckets(limits.all());
    this.signIn = new AddressBuckets(limits.signIn());
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String client = request.getRemoteAddr();
    long nanos = all.take(client);
    if (nanos == 0 && SIGN_IN.matches(request)) {
      nanos = signIn.take(client);
    }
    if (nanos == 0) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos + Duration.ofSeconds(1).toNanos() - 1);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    refusals.resolveException(request, response, null, new TooManyRequests(seconds));
  }
}
