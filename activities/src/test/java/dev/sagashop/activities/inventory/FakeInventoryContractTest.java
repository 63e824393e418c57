package dev.sagashop.activities.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.Sku;
import dev.sagashop.activities.inventory.FakeInventory.Step;
import org.junit.jupiter.api.Test;

class FakeInventoryContractTest extends InventoryActivitiesContract {

  private final FakeInventory fake = new FakeInventory();

  @Override
  protected InventoryActivities inventory() {
    return fake;
  }

  @Override
  protected void stock(Sku sku, long productId, int units) {
    fake.stock(sku, productId, units);
  }

  @Override
  protected int available(Sku sku) {
    return fake.available(sku);
  }

  @Override
  protected int reserved(Sku sku) {
    return fake.reserved(sku);
  }

  @Override
  protected void commit(OrderId orderId) {
    fake.commit(orderId);
  }

  @Test
  void failsBeforeTheEffectAsOftenAsTold() {
    fake.stock(LAMP, 1, 5);
    fake.failNext(2, () -> new IllegalStateException("no connection"));

    assertThatThrownBy(() -> reserve(1, line(LAMP, 1, 2))).hasMessage("no connection");
    assertThatThrownBy(() -> release(1)).hasMessage("no connection");

    assertThat(fake.reserved(LAMP)).isZero();
    assertThat(reserve(1, line(LAMP, 1, 2))).isEqualTo(new ReservationAnswer.Reserved());
    assertThat(fake.calls(Step.RESERVE)).isEqualTo(2);
  }

  @Test
  void losesTheAnswerAfterTheEffect() {
    fake.stock(LAMP, 1, 5);
    fake.loseNextAnswer(Step.RESERVE, 1, () -> new IllegalStateException("connection reset"));

    assertThatThrownBy(() -> reserve(1, line(LAMP, 1, 2))).hasMessage("connection reset");

    assertThat(fake.reserved(LAMP)).isEqualTo(2);
    assertThat(reserve(1, line(LAMP, 1, 2))).isEqualTo(new ReservationAnswer.Reserved());
    assertThat(fake.reserved(LAMP)).isEqualTo(2);
  }
}
