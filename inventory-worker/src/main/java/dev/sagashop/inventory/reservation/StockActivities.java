package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.inventory.InventoryActivities;
import dev.sagashop.activities.inventory.ReleaseAnswer;
import dev.sagashop.activities.inventory.ReleaseStock;
import dev.sagashop.activities.inventory.ReservationAnswer;
import dev.sagashop.activities.inventory.ReserveStock;
import dev.sagashop.activities.inventory.ReturnItems;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The steps of the saga; the task queue is named in {@code application.yaml}. */
@Component
class StockActivities implements InventoryActivities {

  private final Reserving reserving;
  private final Releasing releasing;
  private final Returning returning;
  private final MeterRegistry meters;

  StockActivities(
      Reserving reserving, Releasing releasing, Returning returning, MeterRegistry meters) {
    this.reserving = reserving;
    this.releasing = releasing;
    this.returning = returning;
    this.meters = meters;
  }

  @Override
  public ReservationAnswer reserveStock(ReserveStock request) {
    var answer = reserving.reserve(request);
    meters.counter("inventory.reserve", "answer", label(answer)).increment();
    return answer;
  }

  @Override
  public ReleaseAnswer releaseStock(ReleaseStock request) {
    var answer = releasing.release(request);
    meters.counter("inventory.release", "reason", request.reason().name()).increment();
    return answer;
  }

  @Override
  public ReleaseAnswer returnItems(ReturnItems request) {
    var answer = returning.returnItems(request);
    meters.counter("inventory.return").increment();
    return answer;
  }

  private static String label(ReservationAnswer answer) {
    return switch (answer) {
      case ReservationAnswer.Reserved _ -> "reserved";
      case ReservationAnswer.OutOfStock _ -> "out-of-stock";
      case ReservationAnswer.NoStockRecord _ -> "no-stock-record";
      case ReservationAnswer.ReleasedBefore _ -> "released-before";
    };
  }
}
