package dev.sagashop.order;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts an engine that only remembers in the place of Temporal. */
@TestConfiguration(proxyBeanMethods = false)
class RecordedSagas {

  @Bean
  @ConditionalOnProperty(name = "test.recorded-sagas", matchIfMissing = true)
  @Primary
  RecordingSagaEngine recordingSagaEngine() {
    return OrderApiTest.ENGINE;
  }
}
