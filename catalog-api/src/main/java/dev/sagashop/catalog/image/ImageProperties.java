package dev.sagashop.catalog.image;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param directory of the uploaded pictures
 * @param grace how long a picture stays that no product shows; longer than any upload takes
 */
@ConfigurationProperties("sagashop.images")
record ImageProperties(Path directory, Duration grace) {

  ImageProperties {
    if (grace.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "sagashop.images.grace is %s, expected 1m or more: an upload must fit in"
              .formatted(grace));
    }
  }
}
