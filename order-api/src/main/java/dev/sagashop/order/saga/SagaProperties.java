package dev.sagashop.order.saga;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param paymentDeadline how long reserved stock waits for the payment
 * @param startsAtOnce how many sagas may be on their way to the engine at the same time; more are
 *     left to the sweep
 * @param sweepBatch how many rows a sweep takes at a time
 * @param firstPause before the second attempt to start a saga; doubled for each further one
 * @param longestPause between two attempts while the engine refuses; short, so that an outage ends
 *     for every order soon after it ends for the engine
 * @param acknowledgedPause before a saga that the engine has is started again, which does nothing
 *     unless somebody terminated it
 */
@ConfigurationProperties("sagashop.order")
record SagaProperties(
    Duration paymentDeadline,
    int startsAtOnce,
    int sweepBatch,
    Duration firstPause,
    Duration longestPause,
    Duration acknowledgedPause) {}
