package dev.sagashop.payment.simulator;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.payment.simulator.JournalEntry.Kind;
import dev.sagashop.payment.simulator.JournalEntry.Outcome;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Switches the simulated provider for tests of other packages, and asks for its testimony. */
@Component
public class SimulatorRemote {

  private final SimulatorControls controls;
  private final SimulatorJournal journal;

  SimulatorRemote(SimulatorControls controls, SimulatorJournal journal) {
    this.controls = controls;
    this.journal = journal;
  }

  public void work() {
    controls.change(SimulatorSettings.working(MockMode.SUCCESS, "MOCK_DECLINED"));
  }

  public void declineNext(String reason) {
    controls.change(SimulatorSettings.working(MockMode.SUCCESS, reason).withDeclines(1));
  }

  public void declineCustomer(long customerId, String reason) {
    controls.change(
        new SimulatorSettings(MockMode.SUCCESS, reason, 0, Set.of(customerId), 0, 0, 0, false));
  }

  public void refuseRefunds(String reason) {
    controls.change(new SimulatorSettings(MockMode.SUCCESS, reason, 0, Set.of(), 0, 0, 0, true));
  }

  public void loseReplies(int count) {
    controls.change(controls.settings().withLoseReplies(count));
  }

  public void answerWithErrors(int count) {
    controls.change(controls.settings().withErrors(count));
  }

  public Money captured(OrderId orderId) {
    return sum(orderId, Kind.CHARGE);
  }

  public Money refunded(OrderId orderId) {
    return sum(orderId, Kind.REFUND);
  }

  private Money sum(OrderId orderId, Kind kind) {
    return journal.ofOrder(orderId.value()).stream()
        .filter(entry -> entry.kind() == kind && entry.outcome() == Outcome.SUCCEEDED)
        .map(entry -> new Money(entry.amount(), entry.currency()))
        .reduce(Money.zero(), Money::plus);
  }
}
