package dev.sagashop.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What one client may do.
 *
 * @param headers largest sum of the names and values of all headers
 * @param body largest body of a request
 * @param picture largest body of a request that uploads pictures of a product
 * @param all requests of one address
 * @param signIn requests of one address that try passwords or tokens; they count twice, here and
 *     among all
 */
@ConfigurationProperties("sagashop.gateway.limits")
record Limits(DataSize headers, DataSize body, DataSize picture, Rate all, Rate signIn) {

  /**
   * @param perSecond in the long run; 0 is no limit
   * @param burst at once, after a pause
   */
  record Rate(long perSecond, long burst) {

    Rate {
      if (perSecond < 0 || (perSecond > 0 && burst < 1)) {
        throw new IllegalArgumentException(
            "A rate of %d per second with a burst of %d, expected 0 (no limit) or more per second, and a burst of 1 or more"
                .formatted(perSecond, burst));
      }
    }

    boolean isUnlimited() {
      return perSecond == 0;
    }
  }
}
