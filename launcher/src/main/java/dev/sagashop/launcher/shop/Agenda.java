package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.parts.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands out the parts of a plan, always the first one whose needs are met; ends at a problem. */
final class Agenda {
  private final List<PlannedPart> waiting;
  private final Set<Part> done = new HashSet<>();
  private @Nullable RuntimeException problem;

  Agenda(List<PlannedPart> plan) {
    this.waiting = new ArrayList<>(plan);
  }

  /** For several threads: works until nothing waits any more. */
  void work(Consumer<Part> work) {
    for (Part part = next(); part != null; part = next()) {
      try {
        work.accept(part);
        finish(part);
      } catch (RuntimeException e) {
        fail(e);
      }
    }
  }

  /** The first problem, if there was one. */
  synchronized void throwProblem() {
    if (problem != null) {
      throw problem;
    }
  }

  private synchronized @Nullable Part next() {
    try {
      while (problem == null && !waiting.isEmpty()) {
        for (Iterator<PlannedPart> each = waiting.iterator(); each.hasNext(); ) {
          PlannedPart planned = each.next();
          if (done.containsAll(planned.needs())) {
            each.remove();
            return planned.part();
          }
        }
        wait();
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShopException("Interrupted", e);
    }
  }

  private synchronized void finish(Part part) {
    done.add(part);
    notifyAll();
  }

  private synchronized void fail(RuntimeException e) {
    if (problem == null) {
      problem = e;
    }
    notifyAll();
  }
}
