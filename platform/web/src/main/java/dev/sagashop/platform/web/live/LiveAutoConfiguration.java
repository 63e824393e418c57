package dev.sagashop.platform.web.live;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Streams for every service; one that serves none pays nothing for them. */
@AutoConfiguration
@EnableConfigurationProperties(StreamProperties.class)
class LiveAutoConfiguration {

  @Bean
  EventStreams eventStreams(JsonMapper json, StreamProperties properties) {
    return new EventStreams(json, properties);
  }
}
