package dev.sagashop.gateway.limits;

import dev.sagashop.platform.web.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what the services could not read. The server's own limit is a wide one, because it takes
 * such a request for a malformed one.
 */
final class HeaderLimits extends OncePerRequestFilter {

  private final long limit;
  private final HandlerExceptionResolver refusals;

  HeaderLimits(Limits limits, HandlerExceptionResolver refusals) {
    this.limit = limits.headers().toBytes();
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (length(request) > limit) {
      refusals.resolveException(request, response, null, new TooLarge(limit));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static long length(HttpServletRequest request) {
    long length = 0;
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        length += name.length() + value.length();
      }
    }
    return length;
  }

  private static final class TooLarge extends ProblemException {
    TooLarge(long limit) {
      super(
          HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "REQUEST_HEADER_FIELDS_TOO_LARGE",
          "The headers are too large, at most %d bytes together are expected.".formatted(limit));
    }
  }
}
