package com.example.reporting;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/** What happens to a record that cannot be read or handled: two more attempts, then the journal. */
@Configuration(proxyBeanMethods = false)
class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final long RETRIES = 2;

  @Bean
  DefaultErrorHandler errorHandler(Journal journal) {
    return new DefaultErrorHandler(
        (unread, error) -> {
          LOG.error(
              "{}-{}@{} cannot be read",
              unread.topic(),
              unread.partition(),
              unread.offset(),
              error);
          journal.failed(unread, error);
        },
        new FixedBackOff(PAUSE_MILLIS, RETRIES));
  }
}
