package dev.sagashop.payment.simulator;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Switches the behaviour of the simulated provider while it runs. A restart resets it. */
@Component
class SimulatorControls {

  private final AtomicReference<SimulatorSettings> settings;

  SimulatorControls(SimulatorProperties properties) {
    settings =
        new AtomicReference<>(
            SimulatorSettings.working(
                MockMode.named(properties.mockMode()), properties.failureReason()));
  }

  SimulatorSettings settings() {
    return settings.get();
  }

  void change(SimulatorSettings wanted) {
    settings.set(wanted);
  }

  boolean takeDecline() {
    return take(SimulatorSettings::declines, SimulatorSettings::withDeclines);
  }

  boolean takeLostReply() {
    return take(SimulatorSettings::loseReplies, SimulatorSettings::withLoseReplies);
  }

  boolean takeError() {
    return take(SimulatorSettings::errors, SimulatorSettings::withErrors);
  }

  private interface Count {
    SimulatorSettings set(SimulatorSettings settings, int count);
  }

  private boolean take(ToIntFunction<SimulatorSettings> count, Count reduced) {
    SimulatorSettings before =
        settings.getAndUpdate(
            now -> count.applyAsInt(now) == 0 ? now : reduced.set(now, count.applyAsInt(now) - 1));
    return count.applyAsInt(before) > 0;
  }
}
