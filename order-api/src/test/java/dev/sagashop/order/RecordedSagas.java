package dev.sagashop.order;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts an engine that only remembers in the place of Temporal. */
@TestConfiguration(proxyBeanMethods = false)
class RecordedSagas {

  @Bean
  @Primary
  RecordingSagaEngine recordingSagaEngine() {
    return OrderApiTest.ENGINE;
  }
}
