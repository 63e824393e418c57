package dev.sagashop.payment.simulator;

import java.util.Set;

/**
 * How the simulated provider behaves. The counts go down as they are used up.
 *
 * @param mode decides about charges that nothing below declines
 * @param failureReason of whatever is declined or refused
 * @param declines how many of the next charges are declined
 * @param declinedCustomers whose charges are declined
 * @param loseReplies how many of the next calls do their work and then fail
 * @param errors how many of the next calls fail before they do anything
 * @param slowMillis how long each call waits before it does anything
 * @param refuseRefunds whether refunds are refused
 */
record SimulatorSettings(
    MockMode mode,
    String failureReason,
    int declines,
    Set<Long> declinedCustomers,
    int loseReplies,
    int errors,
    int slowMillis,
    boolean refuseRefunds) {

  static final String DEFAULT_FAILURE_REASON = "MOCK_DECLINED";

  SimulatorSettings {
    declinedCustomers = Set.copyOf(declinedCustomers);
  }

  /** A provider that works. */
  static SimulatorSettings working(MockMode mode, String failureReason) {
    return new SimulatorSettings(mode, failureReason, 0, Set.of(), 0, 0, 0, false);
  }

  SimulatorSettings withDeclines(int count) {
    return new SimulatorSettings(
        mode,
        failureReason,
        count,
        declinedCustomers,
        loseReplies,
        errors,
        slowMillis,
        refuseRefunds);
  }

  SimulatorSettings withLoseReplies(int count) {
    return new SimulatorSettings(
        mode, failureReason, declines, declinedCustomers, count, errors, slowMillis, refuseRefunds);
  }

  SimulatorSettings withErrors(int count) {
    return new SimulatorSettings(
        mode,
        failureReason,
        declines,
        declinedCustomers,
        loseReplies,
        count,
        slowMillis,
        refuseRefunds);
  }
}
