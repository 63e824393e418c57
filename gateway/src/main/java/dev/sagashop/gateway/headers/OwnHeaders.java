package dev.sagashop.gateway.headers;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the gateway says itself, a service behind it does not say too: it could only repeat or
 * weaken it.
 */
@Component
class OwnHeaders implements ResponseHttpHeadersFilter {

  private static final Set<String> OURS =
      Set.of(
          "x-trace-id",
          "content-security-policy",
          "content-security-policy-report-only",
          "strict-transport-security",
          "x-content-type-options",
          "x-frame-options",
          "x-xss-protection",
          "referrer-policy",
          "permissions-policy",
          "cross-origin-opener-policy",
          "server",
          "x-powered-by");

  /** There is one origin, so no other one gets a grant. */
  private static final String GRANT = "access-control-";

  @Override
  public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
    var headers = new HttpHeaders();
    received.forEach(
        (name, values) -> {
          String lowerCase = name.toLowerCase(Locale.ROOT);
          if (!OURS.contains(lowerCase) && !lowerCase.startsWith(GRANT)) {
            headers.addAll(name, values);
          }
        });
    return headers;
  }
}
