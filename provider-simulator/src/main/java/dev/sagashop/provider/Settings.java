package dev.sagashop.provider;

import java.util.Set;

/**
 * How the provider behaves. The counts go down as they are used up; {@link #UNTIL_SWITCHED_OFF}
 * stays.
 *
 * @param mode decides about charges that nothing below declines
 * @param failureReason of whatever is declined or refused
 * @param declines how many of the next charges are declined
 * @param declinedCustomers whose charges are declined
 * @param loseReplies how many of the next calls do their work and then get no answer
 * @param errors how many of the next calls are answered with 503 before anything is done
 * @param slowMillis how long each call waits before anything is done
 * @param refuseRefunds whether refunds are refused
 * @param down whether calls get no answer and nothing is done
 */
public record Settings(
    MockMode mode,
    String failureReason,
    int declines,
    Set<Long> declinedCustomers,
    int loseReplies,
    int errors,
    int slowMillis,
    boolean refuseRefunds,
    boolean down) {

  public static final String DEFAULT_FAILURE_REASON = "MOCK_DECLINED";

  /** As the count of lost replies or errors. */
  public static final int UNTIL_SWITCHED_OFF = -1;

  public Settings {
    declinedCustomers = Set.copyOf(declinedCustomers);
  }

  /** A provider that works. */
  public static Settings working(MockMode mode, String failureReason) {
    return new Settings(mode, failureReason, 0, Set.of(), 0, 0, 0, false, false);
  }

  Settings withDeclines(int count) {
    return new Settings(
        mode,
        failureReason,
        count,
        declinedCustomers,
        loseReplies,
        errors,
        slowMillis,
        refuseRefunds,
        down);
  }

  Settings withLoseReplies(int count) {
    return new Settings(
        mode,
        failureReason,
        declines,
        declinedCustomers,
        count,
        errors,
        slowMillis,
        refuseRefunds,
        down);
  }

  Settings withErrors(int count) {
    return new Settings(
        mode,
        failureReason,
        declines,
        declinedCustomers,
        loseReplies,
        count,
        slowMillis,
        refuseRefunds,
        down);
  }
}
