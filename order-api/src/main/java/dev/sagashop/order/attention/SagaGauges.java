package dev.sagashop.order.attention;

import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Exports how many sagas need a person. While Temporal does not answer the numbers are what the
 * rows alone say.
 */
@Component
@OnlyInRole(Role.WORKER)
class SagaGauges {

  private static final Logger log = LoggerFactory.getLogger(SagaGauges.class);
  private static final String NAME = "sagashop.sagas.needing.a.person";

  private final SagaInbox inbox;
  private final Map<Cause, AtomicLong> counts = new EnumMap<>(Cause.class);
  private volatile boolean databaseFails;

  SagaGauges(SagaInbox inbox, MeterRegistry meters) {
    this.inbox = inbox;
    for (Cause cause : Cause.values()) {
      AtomicLong count = new AtomicLong();
      counts.put(cause, count);
      Gauge.builder(NAME, count, AtomicLong::get)
          .description("Sagas that need a person")
          .tag("cause", cause.name().toLowerCase(Locale.ROOT))
          .register(meters);
    }
  }

  /** At a fixed rate, because such tasks have threads of their own: a look may take seconds. */
  @Scheduled(initialDelay = 10, fixedRate = 30, timeUnit = TimeUnit.SECONDS)
  void refresh() {
    try {
      inbox.look().byCause().forEach((cause, count) -> gauge(cause).set(count));
      databaseFails = false;
    } catch (DataAccessException e) {
      if (!databaseFails) {
        log.warn(
            "Sagas that need a person cannot be counted; it goes on, without a further word", e);
      }
      databaseFails = true;
    }
  }

  private AtomicLong gauge(Cause cause) {
    return Objects.requireNonNull(counts.get(cause));
  }
}
