package dev.sagashop.order.saga;

import dev.sagashop.order.book.Refund;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.order.book.RefundKind;
import dev.sagashop.workflows.refund.RefundRequest;
import org.springframework.stereotype.Component;

/** What a refund's workflow is started with: all of it stands in the refund's row. */
@Component
public class RefundRequests {

  private final RefundBook refunds;

  RefundRequests(RefundBook refunds) {
    this.refunds = refunds;
  }

  /** A late charge leaves no stock to return: its order ended, and gave it back, before. */
  public RefundRequest of(Refund refund) {
    return new RefundRequest(
        refund.id(),
        refund.orderId(),
        refund.amount(),
        refund.attempt(),
        refund.kind() == RefundKind.FULL,
        refund.kind().isPartial(),
        refunds.itemsToReturn(refund),
        refund.outsideReference());
  }
}
