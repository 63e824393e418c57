package dev.sagashop.gateway.routes;

import dev.sagashop.platform.web.ProblemException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outboxes of all services in one answer: each is asked with the token of the caller, and
 * decides itself whether that suffices.
 */
@RestController
class OutboxOverview {

  /** Of a service's own outbox. */
  static final String PATH = "/operations/outbox";

  private static final Logger log = LoggerFactory.getLogger(OutboxOverview.class);
  private static final String FAILED_ROWS = PATH + "?status=FAILED&limit=50";

  /** An operator wants to see soon which service hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<Source> sources;
  private final RestClient client;
  private final JsonMapper json;

  OutboxOverview(Services services, CloseableHttpClient serviceClient, JsonMapper json) {
    this.sources =
        List.of(
            new Source("order-service", services.order()),
            new Source("inventory-service", services.inventory()),
            new Source("payment-service", services.payment()));
    var requests = new HttpComponentsClientHttpRequestFactory(serviceClient);
    requests.setReadTimeout(PATIENCE);
    this.client = RestClient.builder().requestFactory(requests).build();
    this.json = json;
  }

  private record Source(String service, URI origin) {}

  private record Answer(HttpStatusCode status, String body) {}

  record Overview(List<ServiceOutbox> services) {}

  /**
   * The outbox of one service.
   *
   * @param reachable false if it could not be asked; then {@code problem} says why, and the rest is
   *     unknown
   * @param counts rows by status
   * @param lagSeconds age of the oldest row that is neither published nor discarded
   * @param failed the first rows that wait for an operator
   */
  record ServiceOutbox(
      String service,
      boolean reachable,
      @Nullable String problem,
      @Nullable JsonNode counts,
      @Nullable JsonNode lagSeconds,
      @Nullable JsonNode failed) {

    static ServiceOutbox unknown(String service, String problem) {
      return new ServiceOutbox(service, false, problem, null, null, null);
    }
  }

  @GetMapping("/api" + PATH)
  Overview overview(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization)
      throws InterruptedException {
    String traceId = MDC.get("trace_id");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ServiceOutbox>> asked = new ArrayList<>();
      for (Source source : sources) {
        asked.add(threads.submit(() -> ask(source, authorization, traceId)));
      }
      List<ServiceOutbox> answers = new ArrayList<>();
      for (Future<ServiceOutbox> answer : asked) {
        answers.add(answer.get());
      }
      return new Overview(answers);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refused refused
          ? refused
          : new IllegalStateException("The outboxes cannot be read", e);
    }
  }

  private ServiceOutbox ask(
      Source source, @Nullable String authorization, @Nullable String traceId) {
    try {
      Answer answer = get(source, authorization, traceId);
      JsonNode body = json.readTree(answer.body());
      return switch (HttpStatus.resolve(answer.status().value())) {
        case OK ->
            new ServiceOutbox(
                source.service(),
                true,
                null,
                body.path("counts"),
                body.path("lagSeconds"),
                body.path("rows"));
        case UNAUTHORIZED -> throw new Refused(HttpStatus.UNAUTHORIZED, body);
        case FORBIDDEN -> throw new Refused(HttpStatus.FORBIDDEN, body);
        case null, default ->
            ServiceOutbox.unknown(
                source.service(), "It answered with status %d.".formatted(answer.status().value()));
      };
    } catch (RestClientException e) {
      log.warn("{} does not answer for its outbox: {}", source.service(), e.toString());
      return ServiceOutbox.unknown(source.service(), "It cannot be reached at the moment.");
    } catch (JacksonException e) {
      log.warn("{} does not answer in JSON for its outbox: {}", source.service(), e.toString());
      return ServiceOutbox.unknown(source.service(), "Its answer cannot be read.");
    }
  }

  private Answer get(Source source, @Nullable String authorization, @Nullable String traceId) {
    return client
        .get()
        .uri(source.origin().resolve(FAILED_ROWS))
        .headers(
            headers -> {
              if (authorization != null) {
                headers.set(HttpHeaders.AUTHORIZATION, authorization);
              }
              if (traceId != null) {
                headers.set(TraceId.HEADER, traceId);
              }
            })
        .exchangeForRequiredValue(
            (request, response) ->
                new Answer(
                    response.getStatusCode(),
                    new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
  }

  /** The services do not accept the token; what one says holds for all. */
  private static final class Refused extends ProblemException {

    Refused(HttpStatus status, JsonNode problem) {
      super(status, status.name(), problem.path("message").asString(status.getReasonPhrase()));
    }
  }
}
