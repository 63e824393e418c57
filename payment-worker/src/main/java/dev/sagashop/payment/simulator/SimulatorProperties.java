package dev.sagashop.payment.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the simulated provider starts.
 *
 * @param mockMode {@code SUCCESS}, {@code FAIL} or {@code HASHED}; any other means {@code SUCCESS}
 * @param failureReason of whatever it declines or refuses
 */
@ConfigurationProperties("sagashop.payment")
record SimulatorProperties(
    @DefaultValue("SUCCESS") String mockMode,
    @DefaultValue(SimulatorSettings.DEFAULT_FAILURE_REASON) String failureReason) {}
