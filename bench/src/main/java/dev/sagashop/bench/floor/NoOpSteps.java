package dev.sagashop.bench.floor;

import io.temporal.activity.ActivityInterface;

/** What another service would do in a checkout. */
@ActivityInterface
public interface NoOpSteps {

  NoOpOrder reserve(NoOpOrder order);

  NoOpOrder charge(NoOpOrder order);
}
