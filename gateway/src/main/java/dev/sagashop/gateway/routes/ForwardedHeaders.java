package dev.sagashop.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

  /**
   * Beginnings of names. Identity comes from the token alone, origin from the connection alone (or
   * from a trusted proxy, which the server has already listened to), method and path from the first
   * line alone.
   */
  private static final List<String> REFUSED =
      List.of(
          "x-user",
          "x-auth",
          "x-role",
          "x-admin",
          "x-principal",
          "x-identity",
          "x-account",
          "x-customer",
          "x-remote",
          "remote-user",
          "x-internal",
          "x-client",
          "x-ssl",
          "x-forwarded",
          "forwarded",
          "x-real-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "cf-connecting-ip",
          "x-original",
          "x-rewrite",
          "x-host",
          "x-scheme",
          "x-url-scheme",
          "front-end-https",
          "x-http-method",
          "x-method-override",
          "proxy");

  @Override
  public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
    HttpServletRequest connection = request.servletRequest();
    List<String> onlyToUs = onlyToUs(connection);
    var headers = new HttpHeaders();
    received.forEach(
        (name, values) -> {
          String comparable = comparable(name);
          if (!onlyToUs.contains(comparable)
              && REFUSED.stream().noneMatch(comparable::startsWith)) {
            headers.addAll(name, values);
          }
        });
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
      headers.set(TraceId.HEADER, traceId);
    }
    return headers;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  /** What the client meant for its neighbour on the connection: RFC 9110, 7.6.1. */
  private static List<String> onlyToUs(HttpServletRequest connection) {
    return Collections.list(connection.getHeaders(HttpHeaders.CONNECTION)).stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(name -> comparable(name.strip()))
        .toList();
  }

  /** Some servers read an underscore as a hyphen. */
  private static String comparable(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
