package dev.sagashop.order.placing;

import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes keys after their day, so that the table stays as small as a day. */
@Component
@OnlyInRole(Role.WORKER)
class ForgettingKeys {

  private final IdempotencyKeys keys;

  ForgettingKeys(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    keys.forgetExpired();
  }
}
