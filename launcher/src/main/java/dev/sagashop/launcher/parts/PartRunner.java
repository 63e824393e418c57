package dev.sagashop.launcher.parts;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.ChildLife;
import dev.sagashop.launcher.processes.Children;
import dev.sagashop.launcher.processes.LogTail;
import dev.sagashop.launcher.processes.ProcessIdentity;
import dev.sagashop.launcher.processes.Signal;
import dev.sagashop.launcher.processes.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings parts up and down. All it knows about a running part is in the home's {@code run} folder,
 * so that the next command of another process finds it.
 */
public final class PartRunner {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final int TAIL_LINES = 15;

  private final ShopHome home;
  private final ChildLife life;
  private boolean closed;

  public PartRunner(ShopHome home, ChildLife life) {
    this.home = home;
    this.life = life;
  }

  /** Starts the part unless it runs already, and returns when it is ready for others. */
  public void start(Part part) {
    if (!part.isExternal() && running(part).isEmpty()) {
      spawn(part);
    }
    awaitHealthy(part);
    part.complete();
    mark(part);
  }

  /** From now on nothing is started, so that whoever stops everything has the last word. */
  public synchronized void startNoMore() {
    closed = true;
  }

  /** Asks the part to end, insists after its limit, and returns when the process is gone. */
  public void stop(Part part) {
    running(part).ifPresent(process -> stop(part, process));
    forget(part);
  }

  private static void stop(Part part, ProcessIdentity process) {
    process.signal(Signal.CONT);
    process.signal(part.stopSignal());
    if (!Waiting.until(part.stopLimit(), () -> !process.isAlive())) {
      process.killWithDescendants();
      awaitGone(part, process);
      return;
    }
    try {
      part.stopped();
    } catch (IOException e) {
      throw new ShopException("Cannot tidy up after %s: %s".formatted(part.name(), e), e);
    }
  }

  /** Takes the process away without warning; the part then counts as dead, not as stopped. */
  public void kill(Part part) {
    ProcessIdentity process = runningOrFail(part);
    process.killWithDescendants();
    awaitGone(part, process);
  }

  public void pause(Part part) {
    runningOrFail(part).signal(Signal.STOP);
  }

  public void resume(Part part) {
    runningOrFail(part).signal(Signal.CONT);
  }

  public PartState state(Part part) {
    if (part.isExternal()) {
      return part.isHealthy() ? PartState.HEALTHY : PartState.UNHEALTHY;
    }
    if (running(part).isPresent()) {
      if (part.isHealthy()) {
        return PartState.HEALTHY;
      }
      return Files.exists(served(part)) ? PartState.UNHEALTHY : PartState.STARTING;
    }
    return Files.exists(home.pidFile(part.name())) ? PartState.DEAD : PartState.STOPPED;
  }

  /** The process of the part, when it runs. */
  public Optional<ProcessIdentity> running(Part part) {
    return ProcessIdentity.read(home.pidFile(part.name())).filter(ProcessIdentity::isAlive);
  }

  private void spawn(Part part) {
    try {
      home.create();
      Files.deleteIfExists(served(part));
      part.prepare();
      startProcess(part);
    } catch (IOException e) {
      throw new ShopException("Cannot start %s: %s".formatted(part.name(), e), e);
    }
  }

  /** No process without its pid file, and none after {@link #startNoMore}. */
  private synchronized void startProcess(Part part) throws IOException {
    if (closed) {
      throw new ShopException("%s is not started any more".formatted(part.name()));
    }
    Children.start(part.launch(), life, home.log(part.name())).write(home.pidFile(part.name()));
  }

  private void awaitHealthy(Part part) {
    boolean settled = Waiting.until(part.startLimit(), () -> part.isHealthy() || hasEnded(part));
    if (hasEnded(part)) {
      throw new ShopException(
          "%s ended while starting, see %s:%n%s"
              .formatted(part.name(), home.log(part.name()), tail(part)));
    }
    if (!settled) {
      throw new ShopException(
          "%s did not serve on port %d within %d s, see %s:%n%s"
              .formatted(
                  part.name(),
                  part.port(),
                  part.startLimit().toSeconds(),
                  home.log(part.name()),
                  tail(part)));
    }
  }

  private boolean hasEnded(Part part) {
    return !part.isExternal() && running(part).isEmpty();
  }

  private String tail(Part part) {
    return LogTail.of(home.log(part.name()), TAIL_LINES);
  }

  private static void awaitGone(Part part, ProcessIdentity process) {
    if (!Waiting.until(KILL_LIMIT, () -> !process.isAlive())) {
      throw new ShopException(
          "%s (pid %d) is still there %d s after SIGKILL"
              .formatted(part.name(), process.pid(), KILL_LIMIT.toSeconds()));
    }
  }

  private ProcessIdentity runningOrFail(Part part) {
    return running(part)
        .orElseThrow(
            () ->
                new ShopException(
                    "%s does not run: start it with ./shop restart %s"
                        .formatted(part.name(), part.name())));
  }

  private void mark(Part part) {
    try {
      Files.writeString(served(part), "");
    } catch (IOException e) {
      throw new ShopException("Cannot write %s: %s".formatted(served(part), e.getMessage()), e);
    }
  }

  /** Removes what a stopped or dead part left in the run folder. */
  public void forget(Part part) {
    try {
      Files.deleteIfExists(home.pidFile(part.name()));
      Files.deleteIfExists(served(part));
    } catch (IOException e) {
      throw new ShopException("Cannot forget %s: %s".formatted(part.name(), e.getMessage()), e);
    }
  }

  /** Tells "does not serve yet" from "does not serve any more". */
  private Path served(Part part) {
    return home.root().resolve("run").resolve(part.name() + ".served");
  }
}
