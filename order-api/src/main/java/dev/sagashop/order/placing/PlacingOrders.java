package dev.sagashop.order.placing;

import dev.sagashop.activities.LineItem;
import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.order.book.NewOrder;
import dev.sagashop.order.book.OrderBook;
import dev.sagashop.order.book.OrderEvents;
import dev.sagashop.order.catalogue.Catalogue;
import dev.sagashop.order.catalogue.Product;
import dev.sagashop.order.saga.SagaStarter;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an order: asks the catalogue, then stores everything in one transaction, and has the saga
 * started after it.
 */
@Component
class PlacingOrders {

  private final TransactionTemplate transactions;
  private final IdempotencyKeys keys;
  private final RequestsUnderWay underWay;
  private final Catalogue catalogue;
  private final OrderBook orders;
  private final OrderEvents events;
  private final SagaStarter sagas;

  PlacingOrders(
      TransactionTemplate transactions,
      IdempotencyKeys keys,
      RequestsUnderWay underWay,
      Catalogue catalogue,
      OrderBook orders,
      OrderEvents events,
      SagaStarter sagas) {
    this.transactions = transactions;
    this.keys = keys;
    this.underWay = underWay;
    this.catalogue = catalogue;
    this.orders = orders;
    this.events = events;
    this.sagas = sagas;
  }

  /**
   * @param repeated whether the key stood for this order before
   */
  record Placed(OrderId orderId, boolean repeated) {}

  /**
   * A known key is answered before anything else: a repeat must succeed although a product was
   * withdrawn meanwhile.
   *
   * @param authorization of the caller, for the catalogue
   */
  Placed place(
      long userId,
      @Nullable IdempotencyKey key,
      PlaceOrder request,
      @Nullable String authorization) {
    if (key == null) {
      NewOrder order = priced(userId, request, authorization);
      return startedAfter(() -> store(order), order);
    }
    String bodyHash = CanonicalLines.hash(request.lines());
    return underWay.afterTheFirst(
        userId,
        key,
        () -> placedBefore(userId, key, bodyHash),
        () -> {
          NewOrder order = priced(userId, request, authorization);
          return startedAfter(() -> storeOnce(order, key, bodyHash), order);
        });
  }

  private Placed startedAfter(Supplier<Placed> storing, NewOrder order) {
    Placed placed = Objects.requireNonNull(transactions.execute(_ -> storing.get()));
    if (!placed.repeated()) {
      sagas.checkoutSoon(placed.orderId(), order);
    }
    return placed;
  }

  private Optional<Placed> placedBefore(long userId, IdempotencyKey key, String bodyHash) {
    return keys.find(userId, key)
        .map(
            known -> {
              if (!known.bodyHash().equals(bodyHash)) {
                throw new KeyReused(key);
              }
              return new Placed(known.orderId(), true);
            });
  }

  private NewOrder priced(long userId, PlaceOrder request, @Nullable String authorization) {
    List<OrderedLine> lines = PlaceOrderRules.check(request);
    Set<Long> ids =
        lines.stream()
            .map(OrderedLine::productId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Map<Long, Product> products = catalogue.products(ids, authorization);
    List<NewOrder.Line> priced =
        lines.stream()
            .map(line -> priced(line, Objects.requireNonNull(products.get(line.productId()))))
            .toList();
    Money total =
        priced.stream()
            .map(line -> line.item().unitPrice().times(line.item().quantity()))
            .reduce(Money.zero(), Money::plus);
    if (total.amount().compareTo(TotalTooLarge.LARGEST) > 0) {
      throw new TotalTooLarge(total);
    }
    BigDecimal expected = request.expectedTotal();
    if (expected != null && expected.compareTo(total.amount()) != 0) {
      throw new PriceChanged(total, expected);
    }
    return new NewOrder(userId, priced, total);
  }

  private static NewOrder.Line priced(OrderedLine line, Product product) {
    LineItem item =
        new LineItem(product.id(), Sku.ofProduct(product.id()), line.quantity(), product.price());
    return new NewOrder.Line(item, product.title());
  }

  private Placed storeOnce(NewOrder order, IdempotencyKey key, String bodyHash) {
    if (!keys.take(order.userId(), key, bodyHash)) {
      return placedBefore(order.userId(), key, bodyHash)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "key '%s' is taken and stands for no order".formatted(key.value())));
    }
    Placed placed = store(order);
    keys.pointTo(order.userId(), key, placed.orderId());
    return placed;
  }

  private Placed store(NewOrder order) {
    OrderId orderId = orders.place(order, "user " + order.userId());
    events.created(orderId, order);
    return new Placed(orderId, false);
  }
}
