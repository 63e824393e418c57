package dev.sagashop.order.catalogue;

import dev.sagashop.activities.Money;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the catalogue service for products; never in a transaction, because it may take seconds. */
@Component
public class Catalogue {

  private static final Pattern MISSING = Pattern.compile("Product not found with id: (\\d{1,19})");
  private static final String FOR_SALE = "ACTIVE";

  private final RestClient http;
  private final CatalogueProperties properties;

  Catalogue(CatalogueProperties properties, ObservationRegistry observations) {
    this.properties = properties;
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build());
    requests.setReadTimeout(properties.readTimeout());
    this.http =
        RestClient.builder()
            .baseUrl(properties.baseUrl())
            .requestFactory(requests)
            .observationRegistry(observations)
            .build();
  }

  /**
   * The products of these numbers, all of them for sale.
   *
   * @param authorization of the caller, passed on
   * @throws dev.sagashop.platform.web.ProblemException if one is unknown or not for sale, or if the
   *     catalogue does not answer
   */
  public Map<Long, Product> products(Collection<Long> ids, @Nullable String authorization) {
    Map<Long, Answered> answered = new LinkedHashMap<>();
    ask(ids, authorization).forEach(product -> answered.put(product.id(), product));
    Map<Long, Product> products = new LinkedHashMap<>();
    for (Long id : ids) {
      Answered product = answered.get(id);
      if (product == null) {
        throw new ProductNotFound(id);
      }
      if (!product.status().equals(FOR_SALE)) {
        throw new ProductNotAvailable(id);
      }
      products.put(id, new Product(id, product.name(), Money.of(product.price())));
    }
    return products;
  }

  private List<Answered> ask(Collection<Long> ids, @Nullable String authorization) {
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    try {
      Answered[] products = withRetries(() -> get(list, authorization));
      return products == null ? List.of() : List.of(products);
    } catch (HttpClientErrorException.NotFound e) {
      Matcher missing = MISSING.matcher(e.getResponseBodyAsString());
      if (missing.find()) {
        throw new ProductNotFound(Long.parseLong(missing.group(1)));
      }
      throw new CatalogueRefused("answered 404 without naming a product");
    } catch (HttpClientErrorException e) {
      throw new CatalogueRefused("answered " + e.getStatusCode().value());
    } catch (HttpServerErrorException | ResourceAccessException e) {
      throw new CatalogueUnavailable(e);
    } catch (RestClientException | NullPointerException | ArithmeticException e) {
      throw new CatalogueUnavailable(e);
    }
  }

  private Answered @Nullable [] get(String ids, @Nullable String authorization) {
    return http.get()
        .uri(uri -> uri.path("/products/batch").queryParam("ids", ids).build())
        .headers(
            headers -> {
              if (authorization != null) {
                headers.set(HttpHeaders.AUTHORIZATION, authorization);
              }
            })
        .retrieve()
        .body(Answered[].class);
  }

  private Answered @Nullable [] withRetries(Supplier<Answered @Nullable []> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (HttpServerErrorException | ResourceAccessException e) {
        if (attempt == properties.attempts() || isReadTimeout(e)) {
          throw e;
        }
        pause();
      }
    }
  }

  /** A slow catalogue is not made faster by asking it again. */
  private static boolean isReadTimeout(RestClientException e) {
    return e.getCause() instanceof HttpTimeoutException timeout
        && !(timeout instanceof HttpConnectTimeoutException);
  }

  private void pause() {
    try {
      Thread.sleep(properties.pause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceAccessException(
          "interrupted between two attempts", new IOException("interrupted", e));
    }
  }

  /** What the catalogue answers, of which this service needs the following. */
  record Answered(long id, String name, BigDecimal price, String status) {}
}
