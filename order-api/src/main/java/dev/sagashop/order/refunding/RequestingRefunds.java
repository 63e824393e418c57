package dev.sagashop.order.refunding;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.order.book.Entry;
import dev.sagashop.order.book.NewRefund;
import dev.sagashop.order.book.Order;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.OrderEvents;
import dev.sagashop.order.book.OrderNotFound;
import dev.sagashop.order.book.OrderStatus;
import dev.sagashop.order.book.Refund;
import dev.sagashop.order.book.RefundBook;
import dev.sagashop.order.book.RefundStatus;
import dev.sagashop.order.placing.IdempotencyKey;
import dev.sagashop.order.saga.SagaStarter;
import dev.sagashop.platform.web.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the staff's word for a partial refund. The row lock of the order makes requests wait for
 * each other, so that they never ask for more than is left; the payments guard it once more where
 * the money is.
 */
@Component
class RequestingRefunds {

  private final TransactionTemplate transactions;
  private final OrderBook orders;
  private final RefundBook refunds;
  private final OrderEvents events;
  private final SagaStarter sagas;

  RequestingRefunds(
      TransactionTemplate transactions,
      OrderBook orders,
      RefundBook refunds,
      OrderEvents events,
      SagaStarter sagas) {
    this.transactions = transactions;
    this.orders = orders;
    this.refunds = refunds;
    this.events = events;
    this.sagas = sagas;
  }

  /**
   * @param repeated whether the key stood for this refund before
   */
  record Requested(Refund refund, Order order, boolean repeated) {}

  Requested request(
      long number, RequestPartialRefund wanted, @Nullable IdempotencyKey key, CurrentUser user) {
    Requested requested =
        Objects.requireNonNull(
            transactions.execute(_ -> requestUnderLock(number, wanted, key, user)));
    if (!requested.repeated()) {
      sagas.refundSoon(requested.refund(), requested.order());
    }
    return requested;
  }

  private Requested requestUnderLock(
      long number, RequestPartialRefund wanted, @Nullable IdempotencyKey key, CurrentUser user) {
    if (number <= 0) {
      throw new OrderNotFound(number);
    }
    Order order = orders.lock(new OrderId(number)).orElseThrow(() -> new OrderNotFound(number));
    Optional<Refund> before =
        Optional.ofNullable(key).flatMap(known -> refunds.ofRequest(order, known.value()));
    if (before.isPresent()) {
      return repeated(before.get(), order, wanted, Objects.requireNonNull(key));
    }
    if (order.status() != OrderStatus.PAID && order.status() != OrderStatus.DELIVERED) {
      throw RefundRefused.orderNotRefundable(order);
    }
    List<LineItem> lines = lines(order, wanted);
    Money amount = amount(wanted, lines, order);
    Money refundable = refunds.refundable(order);
    if (amount.isMoreThan(refundable)) {
      throw new RefundExceedsRefundable(amount, refundable);
    }
    return store(order, wanted, new Part(amount, lines), key, "user " + user.userId());
  }

  /** A key stands for one refund; with another body it is a fault of the client. */
  private Requested repeated(
      Refund before, Order order, RequestPartialRefund wanted, IdempotencyKey key) {
    boolean same =
        before.kind() == wanted.refundKind()
            && before.restock() == Boolean.TRUE.equals(wanted.restock())
            && (wanted.amount() == null
                ? refunds.unitsOf(before.id()).equals(units(wanted))
                : before.amount().equals(new Money(wanted.amount(), before.amount().currency())));
    if (!same) {
      throw RefundRefused.keyReused(key, before.id());
    }
    return new Requested(before, order, true);
  }

  private record Part(Money amount, List<LineItem> lines) {}

  private Requested store(
      Order order,
      RequestPartialRefund wanted,
      Part part,
      @Nullable IdempotencyKey key,
      String actor) {
    Refund refund =
        refunds.request(
            order,
            new NewRefund(
                wanted.refundKind(),
                part.amount(),
                Objects.requireNonNull(order.transactionId()),
                actor,
                wanted.reason(),
                part.lines(),
                Boolean.TRUE.equals(wanted.restock()),
                key == null ? null : key.value()));
    orders.note(
        order,
        new Entry(actor, "refund requested", "%s: %s".formatted(part.amount(), wanted.reason())));
    events.partialRefund(refund, RefundStatus.REQUESTED, refund.attempt(), null);
    return new Requested(refund, order, false);
  }

  /** Added up in numbers that no sum of a hundred lines exceeds. */
  private static Map<Long, Long> units(RequestPartialRefund wanted) {
    Map<Long, Long> units = new TreeMap<>();
    if (wanted.lines() != null) {
      wanted
          .lines()
          .forEach(line -> units.merge(line.productId(), (long) line.quantity(), Long::sum));
    }
    return units;
  }

  private List<LineItem> lines(Order order, RequestPartialRefund wanted) {
    if (wanted.lines() == null) {
      return List.of();
    }
    Map<Long, Long> units = units(wanted);
    List<LineItem> ordered = orders.items(order.id());
    Map<Long, Integer> refunded = refunds.refundedUnits(order);
    List<LineItem> lines = new ArrayList<>();
    units.forEach(
        (productId, quantity) ->
            lines.add(line(ordered, productId, quantity, refunded.getOrDefault(productId, 0))));
    return lines;
  }

  /** Lines of one product have one price: that of the moment of the order. */
  private static LineItem line(
      List<LineItem> ordered, long productId, long quantity, int refunded) {
    List<LineItem> ofProduct =
        ordered.stream().filter(item -> item.productId() == productId).toList();
    int left = ofProduct.stream().mapToInt(LineItem::quantity).sum() - refunded;
    if (ofProduct.isEmpty() || quantity > left) {
      throw RefundRefused.moreUnitsThanLeft(productId, quantity, Math.max(left, 0));
    }
    LineItem first = ofProduct.getFirst();
    return new LineItem(productId, first.sku(), Math.toIntExact(quantity), first.unitPrice());
  }

  private static Money amount(RequestPartialRefund wanted, List<LineItem> lines, Order order) {
    return wanted.amount() == null
        ? lines.stream()
            .map(line -> line.unitPrice().times(line.quantity()))
            .reduce(Money.zero(), Money::plus)
        : new Money(wanted.amount(), order.total().currency());
  }
}
