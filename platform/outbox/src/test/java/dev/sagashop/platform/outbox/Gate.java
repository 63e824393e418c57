package dev.sagashop.platform.outbox;

import dev.sagashop.launcher.processes.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Points in the code of a child process where a test can hold it, so that a signal hits it exactly
 * there. Both sides meet in a folder: {@code hold-<point>} is the test's wish, {@code held-<point>}
 * the child's answer.
 */
public record Gate(Path folder) {

  private static final Duration POLL = Duration.ofMillis(20);

  /** Where a relay or a consumer can be held. */
  public enum Point {
    /** A relay has claimed rows and sent none of them. */
    CLAIMED,
    /** The broker has acknowledged the rows, and the table does not know it. */
    SENT,
    /** A consumer has made its effect and not committed it. */
    EFFECT,
    /** A consumer has committed its effect and not acknowledged the record. */
    COMMITTED
  }

  public void hold(Point point) {
    touch("hold", point);
  }

  public void release(Point point) {
    delete("hold", point);
  }

  /** Whether a test wants the child to stop there. */
  public boolean isHolding(Point point) {
    return Files.exists(file("hold", point));
  }

  /** Whether the child stands there. */
  public boolean isHeld(Point point) {
    return Files.exists(file("held", point));
  }

  /** Called by the child: goes on when nobody holds it here. */
  public void pass(Point point) {
    if (Files.exists(file("hold", point))) {
      touch("held", point);
      while (Files.exists(file("hold", point))) {
        Waiting.pause(POLL);
      }
      delete("held", point);
    }
  }

  private void delete(String word, Point point) {
    try {
      Files.deleteIfExists(file(word, point));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void touch(String word, Point point) {
    try {
      Files.writeString(file(word, point), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String word, Point point) {
    return folder.resolve(word + "-" + point);
  }
}
