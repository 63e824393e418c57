package dev.sagashop.audit.sources;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * All that was told about one order, as a set: nothing is promised about the order in which topics
 * reach a reader, and a record may come again.
 */
public final class ToldOrder {
  private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
  private final Set<String> refundsRequested = new HashSet<>();
  private final Set<String> refundsFailed = new HashSet<>();
  private Instant newest = Instant.MIN;

  /**
   * Adds one record.
   *
   * @param eventId the same in each delivery of the same event
   */
  public void add(Topic topic, String eventId, Instant at) {
    topics.add(topic);
    if (topic == Topic.REFUND_REQUESTED) {
      refundsRequested.add(eventId);
    } else if (topic == Topic.REFUND_FAILED) {
      refundsFailed.add(eventId);
    }
    newest = at.isAfter(newest) ? at : newest;
  }

  /** Without its first event there may be others that are not kept any more. */
  public boolean isComplete() {
    return topics.contains(Topic.ORDER_CREATED);
  }

  public Instant newest() {
    return newest;
  }

  /** The state that the events add up to. */
  public ToldState state() {
    if (topics.contains(Topic.REFUND_SUCCESS)) {
      return ToldState.CANCELLED;
    }
    if (!refundsRequested.isEmpty()) {
      return refundsFailed.size() >= refundsRequested.size()
          ? ToldState.REFUND_FAILED
          : ToldState.REFUND_PENDING;
    }
    if (!refundsFailed.isEmpty()
        || topics.contains(Topic.ORDER_CANCELLED)
        || topics.contains(Topic.PAYMENT_FAILED)
        || topics.contains(Topic.INVENTORY_FAILED)) {
      // A refund that failed without being requested is that of a late charge.
      return ToldState.CANCELLED;
    }
    return topics.contains(Topic.PAYMENT_SUCCESS) ? ToldState.PAID : ToldState.OPEN;
  }
}
