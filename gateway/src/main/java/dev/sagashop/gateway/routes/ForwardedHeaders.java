package dev.sagashop.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What a client may not say about itself is removed, and what the gateway knows is written: where
 * the request came from and the id under which it is traced.
 */
@Component
class ForwardedHeaders implements RequestHttpHeadersFilter, Ordered {

  /** Identity comes from the token alone, origin from the connection alone. */
  private static final List<String> REFUSED =
      List.of(
          "x-user", "x-auth", "x-forwarded", "forwarded", "x-real-ip", "x-original", "x-rewrite");

  @Override
  public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
    var headers = new HttpHeaders();
    received.forEach(
        (name, values) -> {
          if (!isRefused(name)) {
            headers.addAll(name, values);
          }
        });
    HttpServletRequest connection = request.servletRequest();
    String contentType = connection.getHeader(HttpHeaders.CONTENT_TYPE);
    if (contentType != null) {
      // As sent: the framework would add the character set that it reads forms in.
      headers.set(HttpHeaders.CONTENT_TYPE, contentType);
    }
    headers.set("X-Forwarded-For", connection.getRemoteAddr());
    headers.set("X-Forwarded-Proto", connection.getScheme());
    headers.set("X-Forwarded-Host", connection.getServerName());
    headers.set("X-Forwarded-Port", String.valueOf(connection.getServerPort()));
    String traceId = MDC.get("trace_id");
    if (traceId != null) {
      headers.set(TraceIdOnce.HEADER, traceId);
    }
    return headers;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static boolean isRefused(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return REFUSED.stream().anyMatch(lowerCase::startsWith);
  }
}
