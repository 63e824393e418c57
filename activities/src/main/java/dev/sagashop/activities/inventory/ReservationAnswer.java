package dev.sagashop.activities.inventory;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sagashop.activities.Sku;

/** The decision about a reservation. It is final for the order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReservationAnswer.Reserved.class, name = "reserved"),
  @JsonSubTypes.Type(value = ReservationAnswer.OutOfStock.class, name = "out-of-stock"),
  @JsonSubTypes.Type(value = ReservationAnswer.NoStockRecord.class, name = "no-stock-record"),
  @JsonSubTypes.Type(value = ReservationAnswer.ReleasedBefore.class, name = "released-before")
})
public sealed interface ReservationAnswer {

  /** All lines are held for the order. */
  record Reserved() implements ReservationAnswer {}

  /** The stock does not suffice. Nothing is held. */
  record OutOfStock(Sku sku, long productId, int requested, int available)
      implements ReservationAnswer {

    /** The text that consumers of {@code inventory-failed} and customers read. */
    public String reason() {
      return "Insufficient stock for productId=%d, requested=%d, available=%d"
          .formatted(productId, requested, available);
    }
  }

  /** Nobody ever counted this product. Nothing is held. */
  record NoStockRecord(Sku sku, long productId) implements ReservationAnswer {

    /** The text that consumers of {@code inventory-failed} and customers read. */
    public String reason() {
      return "Inventory not found for productId=%d".formatted(productId);
    }
  }

  /** The order was released first, so this reserve came too late. Nothing is held. */
  record ReleasedBefore() implements ReservationAnswer {}
}
