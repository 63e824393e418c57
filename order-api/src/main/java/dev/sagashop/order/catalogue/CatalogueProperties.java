package dev.sagashop.order.catalogue;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param baseUrl of the catalogue service
 * @param attempts in total; only connection failures and answers of 5xx are tried again
 * @param pause between two attempts
 */
@ConfigurationProperties("sagashop.order.catalogue")
record CatalogueProperties(
    URI baseUrl, Duration connectTimeout, Duration readTimeout, int attempts, Duration pause) {

  CatalogueProperties {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", expected 1 or more");
    }
  }
}
