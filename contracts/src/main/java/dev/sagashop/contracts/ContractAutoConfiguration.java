package dev.sagashop.contracts;

import dev.sagashop.platform.outbox.Outbox;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** On the class path of a service's tests, it checks every event that any of them appends. */
@AutoConfiguration
@ConditionalOnClass(Outbox.class)
class ContractAutoConfiguration {

  @Bean
  static BeanPostProcessor contractCheck() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Outbox outbox ? new ContractCheckedOutbox(outbox) : bean;
      }
    };
  }
}
