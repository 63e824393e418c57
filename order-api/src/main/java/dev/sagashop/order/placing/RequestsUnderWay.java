package dev.sagashop.order.placing;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets the first of several equal requests go ahead, so that impatient clients do not multiply the
 * calls to the catalogue. It spares work in one process; that there is one order for a key is the
 * business of the database.
 */
@Component
class RequestsUnderWay {

  private record Id(long userId, IdempotencyKey key) {}

  private final ConcurrentMap<Id, CountDownLatch> underWay = new ConcurrentHashMap<>();

  /**
   * @param known looks for the outcome of an earlier request
   * @param work makes the outcome; runs at once for the first request, and for those that find no
   *     outcome after the first one has ended
   */
  <T> T afterTheFirst(
      long userId, IdempotencyKey key, Supplier<Optional<T>> known, Supplier<T> work) {
    Id id = new Id(userId, key);
    CountDownLatch mine = new CountDownLatch(1);
    CountDownLatch first = underWay.putIfAbsent(id, mine);
    if (first != null) {
      await(first);
      return known.get().orElseGet(work);
    }
    try {
      return known.get().orElseGet(work);
    } finally {
      underWay.remove(id);
      mine.countDown();
    }
  }

  private static void await(CountDownLatch first) {
    try {
      first.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an equal request is under way", e);
    }
  }
}
