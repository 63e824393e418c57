package dev.sagashop.platform.outbox;

/** How the send of a claimed event ended. */
sealed interface Delivery {

  ClaimedEvent event();

  /** All in-sync replicas have it. */
  record Acknowledged(ClaimedEvent event) implements Delivery {}

  /** The broker could not be asked, or did not answer in time: the same record may pass later. */
  record Unavailable(ClaimedEvent event, Throwable cause) implements Delivery {}

  /** No retry can mend it: an operator must decide. */
  record Refused(ClaimedEvent event, Throwable cause) implements Delivery {}
}
