package dev.sagashop.payment.simulator;

import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Switches the behaviour of the simulated provider while it runs. A restart resets it. */
@Component
class SimulatorControls {

  private SimulatorSettings settings;

  SimulatorControls(SimulatorProperties properties) {
    settings =
        SimulatorSettings.working(
            MockMode.named(properties.mockMode()), properties.failureReason());
  }

  synchronized SimulatorSettings settings() {
    return settings;
  }

  synchronized void change(SimulatorSettings wanted) {
    settings = wanted;
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

  private synchronized boolean take(ToIntFunction<SimulatorSettings> count, Count reduced) {
    int left = count.applyAsInt(settings);
    if (left > 0) {
      settings = reduced.set(settings, left - 1);
    }
    return left > 0;
  }
}
