package dev.sagashop.audit.checks;

import java.util.List;

/** All checks, in the order in which people read them. */
public final class Laws {
  public static final List<Check> ALL =
      List.of(
          new StockOnHand(),
          new StockReserved(),
          new StockOfOrders(),
          new PaymentTotals(),
          new PaymentLedger(),
          new ProviderCharges(),
          new ProviderRefunds(),
          new OrderBook(),
          new OrderMoney(),
          new OrderStock(),
          new OrderOwned(),
          new EventsFold(),
          new Outboxes());

  private Laws() {}
}
