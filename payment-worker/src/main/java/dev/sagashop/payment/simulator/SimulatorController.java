package dev.sagashop.payment.simulator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the simulated provider how to behave, and lets it testify. */
@RestController
@RequestMapping("/payments/simulator")
class SimulatorController {

  /** What is absent is off: the whole replaces what was set before. */
  record ChangeSettings(
      @Nullable MockMode mode,
      @Nullable @Size(min = 1, max = 200) String failureReason,
      @Nullable @PositiveOrZero Integer declines,
      @Nullable Set<Long> declinedCustomers,
      @Nullable @PositiveOrZero Integer loseReplies,
      @Nullable @PositiveOrZero Integer errors,
      @Nullable @PositiveOrZero @Max(60_000) Integer slowMillis,
      @Nullable Boolean refuseRefunds) {

    SimulatorSettings asSettings() {
      return new SimulatorSettings(
          mode == null ? MockMode.SUCCESS : mode,
          failureReason == null ? SimulatorSettings.DEFAULT_FAILURE_REASON : failureReason,
          orZero(declines),
          declinedCustomers == null ? Set.of() : declinedCustomers,
          orZero(loseReplies),
          orZero(errors),
          orZero(slowMillis),
          Boolean.TRUE.equals(refuseRefunds));
    }

    private static int orZero(@Nullable Integer number) {
      return number == null ? 0 : number;
    }
  }

  record SimulatorState(SimulatorSettings settings, SimulatorJournal.Totals totals) {}

  private final SimulatorControls controls;
  private final SimulatorJournal journal;

  SimulatorController(SimulatorControls controls, SimulatorJournal journal) {
    this.controls = controls;
    this.journal = journal;
  }

  @GetMapping
  SimulatorState state() {
    return new SimulatorState(controls.settings(), journal.totals());
  }

  @PutMapping
  SimulatorState change(@Valid @RequestBody ChangeSettings wanted) {
    controls.change(wanted.asSettings());
    return state();
  }

  @GetMapping("/journal")
  List<JournalEntry> journalOf(@RequestParam @Positive long orderId) {
    return journal.ofOrder(orderId);
  }
}
