package dev.sagashop.payment.charging;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the owner of orders what a payment by hand would pay for. */
@Component
class OrderEnquiry {

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Set<String> OPEN = Set.of("CREATED", "PLACED", "PAYMENT_PENDING");

  private final RestClient http;

  OrderEnquiry(@Value("${sagashop.payment.orders.base-url}") String baseUrl) {
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build());
    requests.setReadTimeout(LIMIT);
    this.http = RestClient.builder().baseUrl(baseUrl).requestFactory(requests).build();
  }

  private record Answered(String status, BigDecimal totalAmount) {}

  /**
   * @param authorization of the caller, passed on
   * @throws OrderNotPayable if there is no such order, if it is not open, or costs something else
   * @throws OrdersUnavailable if there is no answer
   */
  void requirePayable(OrderId orderId, Money amount, String authorization) {
    Answered order = ask(orderId, authorization).orElseThrow(() -> OrderNotPayable.unknown(orderId));
    if (!OPEN.contains(order.status())) {
      throw OrderNotPayable.notOpen(orderId, order.status());
    }
    if (order.totalAmount().compareTo(amount.amount()) != 0) {
      throw OrderNotPayable.costs(orderId, order.totalAmount(), amount);
    }
  }

  private Optional<Answered> ask(OrderId orderId, String authorization) {
    try {
      return Optional.ofNullable(
          http.get()
              .uri("/orders/{id}", orderId.value())
              .header(HttpHeaders.AUTHORIZATION, authorization)
              .retrieve()
              .body(Answered.class));
    } catch (HttpClientErrorException.NotFound e) {
      return Optional.empty();
    } catch (RestClientException e) {
      throw new OrdersUnavailable(e);
    }
  }
}
