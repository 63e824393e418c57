package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.platform.outbox.Gate;
import dev.sagashop.platform.outbox.Outbox;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** All times of the outbox are the database's, and that clock may jump. */
class ClockTest {

  private static final List<String> MINUTE =
      List.of("--sagashop.outbox.batch-size=20", "--sagashop.outbox.lease=60s");

  @Test
  void aClockThatJumpsFiveMinutesForwardAndBackLosesNothing() throws SQLException {
    TestDatabase database = Stage.newDatabase();
    putClockInFront(database);
    try (Stage stage = Stage.on(database);
        Child one = Child.start(RelayMain.class, stage.role(MINUTE, Gate.Point.CLAIMED))) {
      commitSome(stage);
      one.awaitHeld(Gate.Point.CLAIMED);

      // All leases seem to be over: they are taken over while their owner lives.
      move(stage, 5);
      try (Child two = Child.start(RelayMain.class, stage.role(MINUTE))) {
        stage.awaitAllPublished();
        assertThat(stage.count("lease_epoch > 1")).isPositive();
        one.release(Gate.Point.CLAIMED);
        stage.until("its marks are fenced", () -> one.logged("marks came after the lease") > 0);

        // Rows that seem to be due in five minutes, once the clock is put back.
        one.pause();
        two.pause();
        commitSome(stage);
        move(stage, 0);
        assertThat(
                stage.count(
                    "status = 'PENDING' and next_attempt_at > pg_catalog.clock_timestamp() + interval '2 minutes'"))
            .isPositive();
        one.resume();
        two.resume();
        stage.awaitAllPublished();

        // A claim whose lease seems to last for six minutes, and whose owner is dead.
        move(stage, 5);
        two.pause();
        one.hold(Gate.Point.CLAIMED);
        commitSome(stage);
        one.awaitHeld(Gate.Point.CLAIMED);
        one.kill();
        move(stage, 0);
        two.resume();
        stage.awaitAllPublished();
      }
      stage.evidence().assertSound();
    }
  }

  private static void commitSome(Stage stage) {
    for (int i = 0; i < 40; i++) {
      stage.ledger().commit("a" + i, 2);
    }
  }

  /** A clock that can be moved, found before the server's own by every statement of the outbox. */
  private static void putClockInFront(TestDatabase database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create schema moved");
      statement.execute("create table moved.clock (ahead interval not null)");
      statement.execute("insert into moved.clock values (interval '0')");
      statement.execute(
          """
          create function moved.clock_timestamp() returns timestamptz language sql volatile as
          'select pg_catalog.clock_timestamp() + ahead from moved.clock'
          """);
      statement.execute(
          "alter database %s set search_path = public, moved, pg_catalog"
              .formatted(connection.getCatalog()));
    }
  }

  private static void move(Stage stage, int minutesAhead) {
    stage
        .jdbc()
        .sql("update moved.clock set ahead = make_interval(mins => :minutes)")
        .param("minutes", minutesAhead)
        .update();
  }

  /** So a JVM whose clock is wrong claims, sends and marks like any other. */
  @Test
  void noCodeOfTheOutboxReadsTheClockOfItsJvm() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Outbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var readers = new ArrayList<String>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
        seen++;
        ClassModel model = ClassFile.of().parse(file);
        StreamSupport.stream(model.constantPool().spliterator(), false)
            .filter(MemberRefEntry.class::isInstance)
            .map(MemberRefEntry.class::cast)
            .filter(ClockTest::readsTheClock)
            .forEach(it -> readers.add(model.thisClass().asInternalName() + " " + it));
      }
    }
    assertThat(seen).isGreaterThan(10);
    assertThat(readers).isEmpty();
  }

  private static boolean readsTheClock(MemberRefEntry member) {
    String owner = member.owner().asInternalName();
    String name = member.name().stringValue();
    return (owner.equals("java/lang/System") && name.equals("currentTimeMillis"))
        || (owner.startsWith("java/time/") && (name.equals("now") || name.startsWith("system")))
        || (owner.equals("java/util/Date") && name.equals("<init>"));
  }
}
