package dev.sagashop.activities.inventory;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReservationAnswer.NoStockRecord;
import dev.sagashop.activities.inventory.ReservationAnswer.OutOfStock;
import dev.sagashop.activities.inventory.ReservationAnswer.ReleasedBefore;
import dev.sagashop.activities.inventory.ReservationAnswer.Reserved;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The inventory in memory, for tests of the sagas. It passes {@link InventoryActivitiesContract},
 * as the real one does. Any thread may call it.
 */
public final class FakeInventory implements InventoryActivities {

  /** The two steps, where a test has to tell them apart. */
  public enum Step {
    RESERVE,
    RELEASE
  }

  private enum Status {
    RESERVED,
    REFUSED,
    RELEASED,
    COMMITTED,
    RETURNED
  }

  private record Fault(
      @Nullable Step step, boolean afterTheEffect, Supplier<RuntimeException> failure) {

    boolean hits(Step called, boolean afterItsEffect) {
      return (step == null || step == called) && afterTheEffect == afterItsEffect;
    }
  }

  private static final class Shelf {
    private final long productId;
    private int onHand;
    private int reserved;

    Shelf(long productId) {
      this.productId = productId;
    }

    int available() {
      return onHand - reserved;
    }
  }

  private static final class Reservation {
    private Status status;
    private final ReservationAnswer answer;
    private final Map<Sku, Integer> held;
    private int unitsReturned;

    Reservation(Status status, ReservationAnswer answer, Map<Sku, Integer> held) {
      this.status = status;
      this.answer = answer;
      this.held = held;
    }
  }

  private final Map<Sku, Shelf> shelves = new HashMap<>();
  private final Map<OrderId, Reservation> reservations = new HashMap<>();
  private final Map<RefundId, Integer> returns = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Step, Consumer<OrderId>> hooks = new EnumMap<>(Step.class);
  private final Map<Step, Integer> calls = new EnumMap<>(Step.class);

  /** Puts units on the shelf, in addition to those that are there. */
  public synchronized void stock(Sku sku, long productId, int units) {
    shelves.computeIfAbsent(sku, _ -> new Shelf(productId)).onHand += units;
  }

  public synchronized int available(Sku sku) {
    return shelf(sku).available();
  }

  public synchronized int reserved(Sku sku) {
    return shelf(sku).reserved;
  }

  /** What {@code payment-success} does to a reservation; for any other it has no effect. */
  public synchronized void commit(OrderId orderId) {
    var reservation = reservations.get(orderId);
    if (reservation == null) {
      throw new IllegalArgumentException(
          "order %s has no reservation, expected one to commit".formatted(orderId));
    }
    if (reservation.status == Status.RESERVED) {
      reservation.held.forEach(
          (sku, quantity) -> {
            shelf(sku).reserved -= quantity;
            shelf(sku).onHand -= quantity;
          });
      reservation.status = Status.COMMITTED;
    }
  }

  /** The next calls of either step fail before they have any effect. */
  public synchronized void failNext(int times, Supplier<RuntimeException> failure) {
    addFaults(times, new Fault(null, false, failure));
  }

  /** The next calls of this step fail before they have any effect. */
  public synchronized void failNext(Step step, int times, Supplier<RuntimeException> failure) {
    addFaults(times, new Fault(step, false, failure));
  }

  /** The next calls of this step have their effect, but the caller never sees the answer. */
  public synchronized void loseNextAnswer(
      Step step, int times, Supplier<RuntimeException> failure) {
    addFaults(times, new Fault(step, true, failure));
  }

  /** Runs at the beginning of each call of a step, outside of any lock. Replaces an earlier one. */
  public synchronized void before(Step step, Consumer<OrderId> hook) {
    hooks.put(step, hook);
  }

  /** How often a step was called, failures included. */
  public synchronized int calls(Step step) {
    return calls.getOrDefault(step, 0);
  }

  @Override
  public ReservationAnswer reserveStock(ReserveStock request) {
    return call(Step.RESERVE, request.orderId(), () -> reserve(request));
  }

  @Override
  public ReleaseAnswer releaseStock(ReleaseStock request) {
    return call(Step.RELEASE, request.orderId(), () -> release(request.orderId()));
  }

  @Override
  public ReleaseAnswer returnItems(ReturnItems request) {
    return call(Step.RELEASE, request.orderId(), () -> putBack(request));
  }

  private ReleaseAnswer putBack(ReturnItems request) {
    var before = returns.get(request.refundId());
    if (before != null) {
      return new ReleaseAnswer(before);
    }
    commit(request.orderId());
    var reservation = reservations.get(request.orderId());
    int units = 0;
    if (reservation != null && reservation.status == Status.COMMITTED) {
      for (ReturnedItem item : request.items()) {
        int rest = reservation.held.getOrDefault(item.sku(), 0) - item.quantity();
        if (rest < 0) {
          throw new IllegalStateException(
              "order %s holds less than %s".formatted(request.orderId(), item));
        }
        reservation.held.put(item.sku(), rest);
        shelf(item.sku()).onHand += item.quantity();
        units += item.quantity();
      }
    }
    returns.put(request.refundId(), units);
    return new ReleaseAnswer(units);
  }

  private <T> T call(Step step, OrderId orderId, Supplier<T> effect) {
    arrive(step).accept(orderId);
    synchronized (this) {
      throwFault(step, false);
      var answer = effect.get();
      throwFault(step, true);
      return answer;
    }
  }

  private synchronized Consumer<OrderId> arrive(Step step) {
    calls.merge(step, 1, Integer::sum);
    return hooks.getOrDefault(step, _ -> {});
  }

  private ReservationAnswer reserve(ReserveStock request) {
    var known = reservations.get(request.orderId());
    if (known != null) {
      return switch (known.status) {
        case RESERVED, REFUSED, COMMITTED -> known.answer;
        case RELEASED, RETURNED -> new ReleasedBefore();
      };
    }
    var reservation = decide(request);
    reservation.held.forEach((sku, quantity) -> shelf(sku).reserved += quantity);
    reservations.put(request.orderId(), reservation);
    return reservation.answer;
  }

  private Reservation decide(ReserveStock request) {
    var wanted = new TreeMap<Sku, Long>();
    var products = new HashMap<Sku, Long>();
    for (LineItem line : request.lines()) {
      wanted.merge(line.sku(), (long) line.quantity(), Long::sum);
      products.putIfAbsent(line.sku(), line.productId());
    }
    var held = new TreeMap<Sku, Integer>();
    for (var entry : wanted.entrySet()) {
      var sku = entry.getKey();
      long quantity = entry.getValue();
      var shelf = shelves.get(sku);
      if (shelf == null) {
        var productId = products.getOrDefault(sku, 0L);
        return refused(new NoStockRecord(sku, productId));
      }
      if (quantity > shelf.available()) {
        return refused(
            new OutOfStock(
                sku,
                shelf.productId,
                Math.clamp(quantity, 1, Integer.MAX_VALUE),
                shelf.available()));
      }
      held.put(sku, Math.toIntExact(quantity));
    }
    return new Reservation(Status.RESERVED, new Reserved(), held);
  }

  private static Reservation refused(ReservationAnswer answer) {
    return new Reservation(Status.REFUSED, answer, Map.of());
  }

  private ReleaseAnswer release(OrderId orderId) {
    var reservation =
        reservations.computeIfAbsent(
            orderId, _ -> new Reservation(Status.RELEASED, new ReleasedBefore(), Map.of()));
    switch (reservation.status) {
      case RESERVED -> {
        reservation.held.forEach((sku, quantity) -> shelf(sku).reserved -= quantity);
        reservation.status = Status.RELEASED;
        reservation.unitsReturned = units(reservation);
      }
      case COMMITTED -> {
        reservation.held.forEach((sku, quantity) -> shelf(sku).onHand += quantity);
        reservation.status = Status.RETURNED;
        reservation.unitsReturned = units(reservation);
      }
      case REFUSED, RELEASED, RETURNED -> {
        // Nothing is held any more: the answer stays what it was.
      }
    }
    return new ReleaseAnswer(reservation.unitsReturned);
  }

  private static int units(Reservation reservation) {
    long units = reservation.held.values().stream().mapToLong(Integer::longValue).sum();
    return Math.clamp(units, 0, Integer.MAX_VALUE);
  }

  private Shelf shelf(Sku sku) {
    var shelf = shelves.get(sku);
    if (shelf == null) {
      throw new IllegalArgumentException(
          "SKU '%s' has no stock here, expected one of %s".formatted(sku, shelves.keySet()));
    }
    return shelf;
  }

  private void addFaults(int times, Fault fault) {
    for (int added = 0; added < times; added++) {
      faults.add(fault);
    }
  }

  private void throwFault(Step step, boolean afterTheEffect) {
    for (int index = 0; index < faults.size(); index++) {
      var fault = faults.get(index);
      if (fault.hits(step, afterTheEffect)) {
        faults.remove(index);
        throw fault.failure().get();
      }
    }
  }
}
