package dev.sagashop.bench.floor;

import io.temporal.activity.ActivityInterface;

/** What the order's own service would record. */
@ActivityInterface
public interface NoOpBook {

  NoOpOrder awaitPayment(NoOpOrder order);

  NoOpOrder markPaid(NoOpOrder order);
}
