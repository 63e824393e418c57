package dev.sagashop.gateway.routes;

import dev.sagashop.platform.web.ProblemException;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** A service that does not answer is a refusal in the shared error body. Nothing is sent twice. */
final class Outages implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final Logger log = LoggerFactory.getLogger(Outages.class);

  private final String service;

  Outages(String service) {
    this.service = service;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      return next.handle(request);
    } catch (ResourceAccessException e) {
      log.warn(
          "{} does not answer {} {}: {}", service, request.method(), request.path(), e.toString());
      throw e.getCause() instanceof SocketTimeoutException cause
              && !(cause instanceof ConnectTimeoutException)
          ? new Unanswered(service, e)
          : new Unavailable(service, e);
    }
  }

  private static final class Unavailable extends ProblemException {
    Unavailable(String service, ResourceAccessException cause) {
      super(
          HttpStatus.SERVICE_UNAVAILABLE,
          "SERVICE_UNAVAILABLE",
          service + " cannot be reached at the moment; try again.");
      initCause(cause);
    }

    @Override
    public String error() {
      return status().getReasonPhrase();
    }
  }

  private static final class Unanswered extends ProblemException {
    Unanswered(String service, ResourceAccessException cause) {
      super(
          HttpStatus.GATEWAY_TIMEOUT,
          "GATEWAY_TIMEOUT",
          service + " did not answer in time; whether it did what was asked is unknown.");
      initCause(cause);
    }
  }
}
