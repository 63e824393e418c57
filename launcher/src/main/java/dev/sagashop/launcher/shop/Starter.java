package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.parts.PartRunner;
import dev.sagashop.launcher.parts.PartState;
import dev.sagashop.launcher.processes.Console;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Brings all parts of a shop up in their order, and down in the reverse one. */
public final class Starter {
  private final Shop shop;
  private final Console console;

  public Starter(Shop shop, Console console) {
    this.shop = shop;
    this.console = console;
  }

  /** Starts what does not run yet, each part as soon as it can; what is healthy is kept. */
  public void startAll() {
    inOrder(shop.plan(), this::start);
  }

  /** Ends everything, the parts that others need last. */
  public void stopAll() {
    List<PlannedPart> plan = shop.plan();
    inOrder(
        plan.reversed().stream().map(planned -> afterItsUsers(planned.part(), plan)).toList(),
        this::stop);
  }

  private static PlannedPart afterItsUsers(Part part, List<PlannedPart> plan) {
    return new PlannedPart(
        part,
        plan.stream()
            .filter(other -> other.needs().contains(part))
            .map(PlannedPart::part)
            .toList());
  }

  private void start(Part part) {
    PartRunner runner = shop.runner();
    PartState before = runner.state(part);
    if (before == PartState.DEAD) {
      console.say("%-18s was gone without being stopped, starting it again".formatted(part.name()));
    }
    long start = System.nanoTime();
    runner.start(part);
    console.say(
        "%-18s %s %s"
                .formatted(
                    part.name(), before == PartState.HEALTHY ? "runs already" : "up", part.url())
            + (before == PartState.HEALTHY ? "" : " after %.1f s".formatted(seconds(start))));
  }

  private void stop(Part part) {
    if (part.isExternal() || shop.runner().running(part).isEmpty()) {
      shop.runner().forget(part);
      return;
    }
    long start = System.nanoTime();
    shop.runner().stop(part);
    console.say("%-18s stopped after %.1f s".formatted(part.name(), seconds(start)));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** One more at once than there are processors, because a start also waits. */
  private static void inOrder(List<PlannedPart> plan, Consumer<Part> work) {
    int atOnce = Runtime.getRuntime().availableProcessors() + 1;
    Agenda agenda = new Agenda(plan);
    try (ExecutorService pool = Executors.newFixedThreadPool(atOnce)) {
      for (int i = 0; i < atOnce; i++) {
        pool.execute(() -> agenda.work(work));
      }
    }
    agenda.throwProblem();
  }
}
