package dev.sagashop.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How our listeners treat a record that fails.
 *
 * @param firstBackoff pause before the second try; each further pause doubles
 * @param maxBackoff longest pause between two tries
 * @param retryFor after which the record goes to the dead-letter topic of its topic
 */
@ConfigurationProperties("sagashop.outbox.consumer")
record ConsumerProperties(
    @DefaultValue("500ms") Duration firstBackoff,
    @DefaultValue("10s") Duration maxBackoff,
    @DefaultValue("60s") Duration retryFor) {}
