package dev.sagashop.platform.web.live;

/** Something that can be listened to. */
@FunctionalInterface
public interface Feed {

  /** Fills the mailbox until the subscription is closed. */
  Subscription subscribe(Mailbox mailbox);
}
