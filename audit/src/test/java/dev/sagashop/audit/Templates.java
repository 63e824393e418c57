package dev.sagashop.audit;

import dev.sagashop.audit.sources.Database;
import dev.sagashop.launcher.checkout.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One database of each kind, migrated as its service does it and filled once, to be copied. */
final class Templates {
  /** What a test spoils, a check constraint would refuse. */
  private static final String DROP_CHECKS =
      """
      do $$ declare each record; begin
        for each in select conrelid::regclass as owner, conname from pg_constraint
          where contype = 'c' and connamespace = 'public'::regnamespace
        loop execute format('alter table %s drop constraint %I', each.owner, each.conname);
        end loop;
      end $$
      """;

  private static boolean made;

  private Templates() {}

  static synchronized void copy(Database database, String name) {
    if (!made) {
      for (Database each : Database.values()) {
        make(each);
      }
      Stories.tell();
      made = true;
    }
    Scene.execute(
        "postgres", "create database \"%s\" template \"%s\"".formatted(name, template(database)));
  }

  private static void make(Database database) {
    String template = template(database);
    Scene.execute("postgres", "create database \"%s\"".formatted(template));
    migrate(template, "platform/outbox/src/main/resources/db/outbox");
    migrate(
        template,
        switch (database) {
          case ORDER -> "order-api/src/main/resources/db/migration";
          case INVENTORY -> "inventory-worker/src/main/resources/db/migration";
          case PAYMENT -> "payment-worker/src/main/resources/db/migration";
        });
    migrate(template, "platform/outbox/src/main/resources/db/outbox-upgrades");
    Scene.execute(template, DROP_CHECKS);
    Scene.execute(
        template,
        switch (database) {
          case ORDER -> Stories.ORDERS;
          case INVENTORY -> Stories.STOCK;
          case PAYMENT -> Stories.PAYMENTS;
        });
  }

  private static void migrate(String database, String folder) {
    try (Stream<Path> files = Files.list(Checkout.find().folder(folder))) {
      List<Path> byVersion = files.sorted(Comparator.comparingInt(Templates::version)).toList();
      for (Path file : byVersion) {
        Scene.execute(database, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the migrations in " + folder, e);
    }
  }

  /** Of {@code V2__name.sql} or {@code V0_2__name.sql}. */
  private static int version(Path file) {
    String name = file.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")).replace("0_", ""));
  }

  private static String template(Database database) {
    return database.sourceName() + "_template";
  }
}
