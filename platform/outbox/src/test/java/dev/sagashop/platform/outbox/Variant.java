package dev.sagashop.platform.outbox;

/** The outbox as it is, and as it must not be: each broken one lacks one of its ideas. */
public enum Variant {
  INTACT,
  /** A relay takes what is pending and tells no other. */
  NO_LEASE,
  /** A relay remembers the last id that it has sent, and asks for what is above. */
  CURSOR_BY_ID,
  /** A row is marked published first, and then sent. */
  MARK_BEFORE_SEND,
  /** A consumer acts on whatever arrives. */
  NO_INBOX
}
