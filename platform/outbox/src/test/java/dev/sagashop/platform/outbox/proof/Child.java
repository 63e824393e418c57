package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.processes.ChildLife;
import dev.sagashop.launcher.processes.Children;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.LogTail;
import dev.sagashop.launcher.processes.ProcessIdentity;
import dev.sagashop.launcher.processes.Signal;
import dev.sagashop.launcher.processes.Tools;
import dev.sagashop.launcher.processes.Waiting;
import dev.sagashop.platform.outbox.Gate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A process of its own, to be stopped by signals. The kernel ends it with this JVM. */
final class Child implements AutoCloseable {

  /** Stands between the settings of two roles. */
  static final String NEXT_ROLE = "--";

  private final Path log;
  private final List<Role> roles;
  private final ProcessIdentity process;

  private Child(Path log, List<Role> roles, ProcessIdentity process) {
    this.log = log;
    this.roles = roles;
    this.process = process;
  }

  static Child start(Class<?> main, Role... roles) {
    var command = new ArrayList<String>();
    command.add(Tools.java());
    // Short-lived and several at once: quick to start rather than quick in the long run.
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    for (Role role : roles) {
      role.held().forEach(role.gate()::hold);
      command.addAll(role.settings());
      command.add(NEXT_ROLE);
    }
    Path folder = Stage.FOLDER.resolve(main.getSimpleName() + "-" + UUID.randomUUID());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path log = folder.resolve("output.log");
    var launch = new Launch(command, Map.of(), folder);
    return new Child(log, List.of(roles), Children.start(launch, ChildLife.BOUND, log));
  }

  /** Lets each role stop at the point when it comes there next. */
  void hold(Gate.Point point) {
    roles.forEach(role -> role.gate().hold(point));
  }

  /** Returns when each role that should stop at the point stands there. */
  void awaitHeld(Gate.Point point) {
    for (Role role : roles) {
      if (role.gate().isHolding(point)) {
        Waiting.until(Stage.LIMIT, () -> role.gate().isHeld(point) || !process.isAlive());
        assertThat(role.gate().isHeld(point))
            .as("did not come to %s: %s", point, LogTail.of(log, 40))
            .isTrue();
      }
    }
  }

  void release(Gate.Point point) {
    roles.forEach(role -> role.gate().release(point));
  }

  /** Stands still from now on, wherever it is. */
  void pause() {
    process.signal(Signal.STOP);
  }

  void resume() {
    process.signal(Signal.CONT);
  }

  /** Ends without a chance to do anything more. */
  void kill() {
    process.killWithDescendants();
    assertThat(Waiting.until(Stage.LIMIT, () -> !process.isAlive())).isTrue();
  }

  long pid() {
    return process.pid();
  }

  /** How often it has logged the text. */
  int logged(String text) {
    try {
      return Files.readString(log).split(text, -1).length - 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
