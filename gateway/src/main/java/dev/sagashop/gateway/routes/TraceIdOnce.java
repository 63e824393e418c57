package dev.sagashop.gateway.routes;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** The gateway has set the header already, with the value that it gave to the service. */
@Component
class TraceIdOnce implements ResponseHttpHeadersFilter {

  static final String HEADER = "X-Trace-Id";

  @Override
  public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
    var headers = new HttpHeaders();
    headers.putAll(received);
    headers.remove(HEADER);
    return headers;
  }
}
