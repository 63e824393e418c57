package dev.sagashop.platform.outbox.operating;

/** What came of an operator's action on a row. */
public sealed interface ActionResult {

  /** It is done and recorded. */
  record Done(OutboxRow row) implements ActionResult {}

  /** Nothing was done, because only failed rows wait for an operator. */
  record NotFailed(OutboxRow row) implements ActionResult {}

  /** There is no such row; published rows are deleted after some days. */
  record Unknown(long id) implements ActionResult {}
}
