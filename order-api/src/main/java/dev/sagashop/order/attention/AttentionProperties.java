package dev.sagashop.order.attention;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param patience age from which an open row must have a running workflow
 * @param mostDescribed how many workflows one look describes at most
 * @param newsPeriod between two looks for those who listen
 * @param temporalUiUrl under which people reach the Temporal Web UI; empty where there is none
 */
@ConfigurationProperties("sagashop.order.attention")
record AttentionProperties(
    Duration patience, int mostDescribed, Duration newsPeriod, String temporalUiUrl) {

  AttentionProperties {
    if (!temporalUiUrl.isEmpty() && !isAddress(temporalUiUrl)) {
      throw new IllegalArgumentException(
          "TEMPORAL_UI_URL is '%s', expected an absolute http or https URL, or nothing"
              .formatted(temporalUiUrl));
    }
  }

  @Nullable String temporalUi() {
    return temporalUiUrl.isEmpty() ? null : temporalUiUrl;
  }

  private static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return ("http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
