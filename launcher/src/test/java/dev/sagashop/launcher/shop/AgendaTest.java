package dev.sagashop.launcher.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AgendaTest {
  private static final Part DATABASE = new Named("database");
  private static final Part BROKER = new Named("broker");
  private static final Part SERVICE = new Named("service");
  private static final Part LAST = new Named("last");
  private static final List<PlannedPart> PLAN =
      List.of(
          new PlannedPart(DATABASE, List.of()),
          new PlannedPart(BROKER, List.of()),
          new PlannedPart(SERVICE, List.of(DATABASE)),
          new PlannedPart(LAST, List.of(BROKER, SERVICE)));

  private final List<Part> done = new CopyOnWriteArrayList<>();

  @Test
  void aPartWaitsForItsNeedsAndForNothingElse() {
    CountDownLatch serviceIsUp = new CountDownLatch(1);
    // The broker takes until the service is up, which therefore cannot wait for it.
    work(
        part -> {
          if (part.equals(BROKER)) {
            await(serviceIsUp);
          }
          done.add(part);
          if (part.equals(SERVICE)) {
            serviceIsUp.countDown();
          }
        });

    assertThat(done).containsExactly(DATABASE, SERVICE, BROKER, LAST);
  }

  @Test
  void whatNeedsAFailedPartIsNotBegunAndTheProblemIsTold() {
    assertThatThrownBy(
            () ->
                work(
                    part -> {
                      if (part.equals(DATABASE)) {
                        throw new ShopException("the disk is full");
                      }
                      done.add(part);
                    }))
        .isInstanceOf(ShopException.class)
        .hasMessage("the disk is full");
    assertThat(done).doesNotContain(SERVICE, LAST);
  }

  private static void work(Consumer<Part> work) {
    Agenda agenda = new Agenda(PLAN);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      pool.execute(() -> agenda.work(work));
      pool.execute(() -> agenda.work(work));
    }
    agenda.throwProblem();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private record Named(String name) implements Part {
    @Override
    public int port() {
      return 0;
    }

    @Override
    public String url() {
      return name;
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
      return new Launch(List.of(name), Map.of(), Path.of("."));
    }

    @Override
    public boolean isHealthy() {
      return true;
    }
  }
}
