package dev.sagashop.activities.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.ReservationAnswer.NoStockRecord;
import dev.sagashop.activities.inventory.ReservationAnswer.OutOfStock;
import dev.sagashop.activities.inventory.ReservationAnswer.ReleasedBefore;
import dev.sagashop.activities.inventory.ReservationAnswer.Reserved;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every inventory must do, the fake and the real one. Each test begins with an inventory that
 * knows neither stock nor orders.
 */
public abstract class InventoryActivitiesContract {

  protected static final Sku LAMP = new Sku("LAMP");
  protected static final Sku CHAIR = new Sku("CHAIR");
  protected static final long LAMP_ID = 1;
  protected static final long CHAIR_ID = 2;

  protected abstract InventoryActivities inventory();

  /** Adds units to the shelf. */
  protected abstract void stock(Sku sku, long productId, int units);

  protected abstract int available(Sku sku);

  protected abstract int reserved(Sku sku);

  /** Tells the inventory that the order is paid. */
  protected abstract void commit(OrderId orderId);

  protected final ReservationAnswer reserve(long order, LineItem... lines) {
    return inventory()
        .reserveStock(new ReserveStock(new OrderId(order), Money.of("84.97"), List.of(lines)));
  }

  protected final ReleaseAnswer release(long order) {
    return inventory()
        .releaseStock(new ReleaseStock(new OrderId(order), ReleaseReason.PAYMENT_FAILED));
  }

  protected static LineItem line(Sku sku, long productId, int quantity) {
    return new LineItem(productId, sku, quantity, Money.of("9.99"));
  }

  protected static LineItem lamps(int quantity) {
    return line(LAMP, LAMP_ID, quantity);
  }

  protected static LineItem chairs(int quantity) {
    return line(CHAIR, CHAIR_ID, quantity);
  }

  protected final void shows(Sku sku, int available, int reserved) {
    assertThat(available(sku)).as("available %s", sku).isEqualTo(available);
    assertThat(reserved(sku)).as("reserved %s", sku).isEqualTo(reserved);
  }

  @Test
  void holdsAllLinesOfAnOrder() {
    stock(LAMP, LAMP_ID, 10);
    stock(CHAIR, CHAIR_ID, 4);

    assertThat(reserve(1, lamps(3), chairs(4))).isEqualTo(new Reserved());

    shows(LAMP, 7, 3);
    shows(CHAIR, 0, 4);
  }

  @Test
  void holdsNothingWhenOneLineIsShort() {
    stock(LAMP, LAMP_ID, 10);
    stock(CHAIR, CHAIR_ID, 4);

    assertThat(reserve(1, lamps(3), chairs(5))).isEqualTo(new OutOfStock(CHAIR, CHAIR_ID, 5, 4));

    shows(LAMP, 10, 0);
    shows(CHAIR, 4, 0);
  }

  @Test
  void countsWhatOtherOrdersHoldAsGone() {
    stock(LAMP, LAMP_ID, 10);
    reserve(1, lamps(8));

    assertThat(reserve(2, lamps(3))).isEqualTo(new OutOfStock(LAMP, LAMP_ID, 3, 2));
    assertThat(reserve(3, lamps(2))).isEqualTo(new Reserved());

    shows(LAMP, 0, 10);
  }

  @Test
  void addsUpLinesOfOneSku() {
    stock(LAMP, LAMP_ID, 5);

    assertThat(reserve(1, lamps(3), lamps(3))).isEqualTo(new OutOfStock(LAMP, LAMP_ID, 6, 5));
    assertThat(reserve(2, lamps(3), lamps(2))).isEqualTo(new Reserved());

    shows(LAMP, 0, 5);
  }

  @Test
  void refusesASumThatNoIntegerHolds() {
    stock(LAMP, LAMP_ID, 5);

    assertThat(reserve(1, lamps(Integer.MAX_VALUE), lamps(Integer.MAX_VALUE)))
        .isEqualTo(new OutOfStock(LAMP, LAMP_ID, Integer.MAX_VALUE, 5));

    shows(LAMP, 5, 0);
  }

  @Test
  void refusesASkuThatNobodyEverCounted() {
    stock(LAMP, LAMP_ID, 5);

    assertThat(reserve(1, lamps(1), chairs(1))).isEqualTo(new NoStockRecord(CHAIR, CHAIR_ID));

    shows(LAMP, 5, 0);
  }

  @Test
  void reservesOnceHoweverOftenItIsAsked() {
    stock(LAMP, LAMP_ID, 5);

    assertThat(reserve(1, lamps(2))).isEqualTo(new Reserved());
    assertThat(reserve(1, lamps(2))).isEqualTo(new Reserved());
    assertThat(reserve(1, lamps(4))).isEqualTo(new Reserved());

    shows(LAMP, 3, 2);
  }

  @Test
  void keepsARefusalWhenStockArrivesLater() {
    stock(LAMP, LAMP_ID, 1);
    reserve(1, lamps(2));
    reserve(2, chairs(2));

    stock(LAMP, LAMP_ID, 9);
    stock(CHAIR, CHAIR_ID, 9);

    assertThat(reserve(1, lamps(2))).isEqualTo(new OutOfStock(LAMP, LAMP_ID, 2, 1));
    assertThat(reserve(2, chairs(2))).isEqualTo(new NoStockRecord(CHAIR, CHAIR_ID));
    shows(LAMP, 10, 0);
    shows(CHAIR, 9, 0);
  }

  @Test
  void releaseGivesBackWhatTheOrderHeld() {
    stock(LAMP, LAMP_ID, 5);
    stock(CHAIR, CHAIR_ID, 5);
    reserve(1, lamps(2), chairs(1), lamps(1));
    reserve(2, lamps(1));

    assertThat(release(1)).isEqualTo(new ReleaseAnswer(4));

    shows(LAMP, 4, 1);
    shows(CHAIR, 5, 0);
  }

  @Test
  void releasesOnceHoweverOftenItIsAsked() {
    stock(LAMP, LAMP_ID, 5);
    reserve(1, lamps(3));

    assertThat(release(1)).isEqualTo(new ReleaseAnswer(3));
    assertThat(release(1)).isEqualTo(new ReleaseAnswer(3));

    shows(LAMP, 5, 0);
  }

  @Test
  void releaseOfNothingGivesNothingBack() {
    stock(LAMP, LAMP_ID, 5);

    assertThat(release(1)).isEqualTo(new ReleaseAnswer(0));
    assertThat(release(1)).isEqualTo(new ReleaseAnswer(0));

    shows(LAMP, 5, 0);
  }

  @Test
  void refusesTheReserveThatArrivesAfterItsRelease() {
    stock(LAMP, LAMP_ID, 5);
    release(1);

    assertThat(reserve(1, lamps(2))).isEqualTo(new ReleasedBefore());
    assertThat(reserve(1, lamps(2))).isEqualTo(new ReleasedBefore());

    shows(LAMP, 5, 0);
  }

  @Test
  void doesNotReserveAgainWhatWasReleased() {
    stock(LAMP, LAMP_ID, 5);
    reserve(1, lamps(2));
    release(1);

    assertThat(reserve(1, lamps(2))).isEqualTo(new ReleasedBefore());

    shows(LAMP, 5, 0);
  }

  @Test
  void releaseOfARefusedOrderGivesNothingBackAndKeepsTheRefusal() {
    stock(LAMP, LAMP_ID, 1);
    reserve(1, lamps(2));

    assertThat(release(1)).isEqualTo(new ReleaseAnswer(0));

    assertThat(reserve(1, lamps(2))).isEqualTo(new OutOfStock(LAMP, LAMP_ID, 2, 1));
    shows(LAMP, 1, 0);
  }

  @Test
  void commitTakesTheUnitsOffTheShelf() {
    stock(LAMP, LAMP_ID, 5);
    reserve(1, lamps(2));

    commit(new OrderId(1));
    commit(new OrderId(1));

    shows(LAMP, 3, 0);
    assertThat(reserve(1, lamps(2))).isEqualTo(new Reserved());
    shows(LAMP, 3, 0);
  }

  @Test
  void releaseAfterTheCommitReturnsTheUnitsToTheShelf() {
    stock(LAMP, LAMP_ID, 5);
    reserve(1, lamps(2));
    commit(new OrderId(1));

    assertThat(release(1)).isEqualTo(new ReleaseAnswer(2));
    assertThat(release(1)).isEqualTo(new ReleaseAnswer(2));

    shows(LAMP, 5, 0);
    assertThat(reserve(1, lamps(2))).isEqualTo(new ReleasedBefore());
  }

  @Test
  void commitAfterTheReleaseHasNoEffect() {
    stock(LAMP, LAMP_ID, 5);
    reserve(1, lamps(2));
    release(1);

    commit(new OrderId(1));

    shows(LAMP, 5, 0);
  }

  @Test
  void neverSellsMoreThanThereIs() {
    stock(LAMP, LAMP_ID, 10);

    List<Callable<ReservationAnswer>> orders = new ArrayList<>();
    for (int order = 1; order <= 24; order++) {
      long number = order;
      orders.add(() -> reserve(number, lamps(1)));
    }

    assertThat(atOnce(orders)).filteredOn(Reserved.class::isInstance).hasSize(10);
    shows(LAMP, 0, 10);
  }

  @Test
  void reservesOnceWhenTheSameOrderIsAskedManyTimesAtOnce() {
    stock(LAMP, LAMP_ID, 10);

    List<Callable<ReservationAnswer>> repeats = new ArrayList<>();
    for (int repeat = 0; repeat < 8; repeat++) {
      repeats.add(() -> reserve(1, lamps(3)));
    }

    assertThat(atOnce(repeats)).containsOnly(new Reserved());
    shows(LAMP, 7, 3);
  }

  @Test
  void holdsNothingInTheEndWhenReserveAndReleaseMeet() {
    stock(LAMP, LAMP_ID, 10);

    List<Callable<Object>> calls = new ArrayList<>();
    for (int order = 1; order <= 8; order++) {
      long number = order;
      calls.add(() -> reserve(number, lamps(1)));
      calls.add(() -> release(number));
    }
    atOnce(calls);

    shows(LAMP, 10, 0);
  }

  @Test
  void finishesWhenOrdersWantTheSameProductsInOppositeOrder() {
    stock(LAMP, LAMP_ID, 100);
    stock(CHAIR, CHAIR_ID, 100);

    List<Callable<ReservationAnswer>> orders = new ArrayList<>();
    for (int order = 1; order <= 20; order++) {
      long number = order;
      orders.add(
          number % 2 == 0
              ? () -> reserve(number, lamps(1), chairs(1))
              : () -> reserve(number, chairs(1), lamps(1)));
    }

    assertThat(atOnce(orders)).containsOnly(new Reserved());
    shows(LAMP, 80, 20);
    shows(CHAIR, 80, 20);
  }

  @Test
  void returnsItemsOfASoldOrderOnceForEachRefund() {
    stock(LAMP, LAMP_ID, 10);
    reserve(1, lamps(4));
    commit(new OrderId(1));

    assertThat(returnLamps(7, 1, 3)).isEqualTo(new ReleaseAnswer(3));
    assertThat(returnLamps(7, 1, 3)).isEqualTo(new ReleaseAnswer(3));
    assertThat(returnLamps(8, 1, 1)).isEqualTo(new ReleaseAnswer(1));

    shows(LAMP, 10, 0);
  }

  @Test
  void returnsOnlyTheRestWhenTheOrderIsReleasedAfterAPartialReturn() {
    stock(LAMP, LAMP_ID, 10);
    reserve(1, lamps(4));
    commit(new OrderId(1));
    returnLamps(7, 1, 3);

    assertThat(release(1)).isEqualTo(new ReleaseAnswer(1));
    assertThat(returnLamps(8, 1, 1)).isEqualTo(new ReleaseAnswer(0));

    shows(LAMP, 10, 0);
  }

  @Test
  void returnsItemsOfAPaidOrderWhosePaymentWasNotToldYet() {
    stock(LAMP, LAMP_ID, 10);
    reserve(1, lamps(4));

    assertThat(returnLamps(7, 1, 1)).isEqualTo(new ReleaseAnswer(1));
    commit(new OrderId(1));

    shows(LAMP, 7, 0);
  }

  @Test
  void refusesToReturnMoreThanWasSold() {
    stock(LAMP, LAMP_ID, 10);
    reserve(1, lamps(4));
    commit(new OrderId(1));
    returnLamps(7, 1, 3);

    assertThatThrownBy(() -> returnLamps(8, 1, 2)).isInstanceOf(IllegalStateException.class);

    shows(LAMP, 9, 0);
  }

  private ReleaseAnswer returnLamps(long refund, long order, int quantity) {
    return inventory()
        .returnItems(
            new ReturnItems(
                new RefundId(refund),
                new OrderId(order),
                List.of(new ReturnedItem(LAMP, quantity))));
  }

  /** Runs all calls in parallel and gives their answers; a call that threw fails the test. */
  protected static <T> List<T> atOnce(List<Callable<T>> calls) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("a call in parallel failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for the calls in parallel", e);
    }
  }
}
