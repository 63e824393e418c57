package dev.sagashop.launcher.operating;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checks.ShopClient;
import dev.sagashop.launcher.processes.Console;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code ./shop outbox}: rows of the services' outboxes, and what to do with those that failed. */
public final class OutboxCommand {

  private static final String PATH = "/operations/outbox";
  private static final String STATUS = "--status";
  private static final String TOPIC = "--topic";
  private static final String KEY = "--key";
  private static final String AFTER = "--after";
  private static final Set<String> SERVICES =
      Set.of("order-service", "inventory-service", "payment-service");

  private final String gateway;
  private final Console console;

  public OutboxCommand(String gateway, Console console) {
    this.gateway = gateway;
    this.console = console;
  }

  public int run(List<String> words) {
    Arguments arguments =
        Arguments.parse(words, Set.of(STATUS, TOPIC, KEY, AFTER, Arguments.MAX, Arguments.REASON));
    switch (arguments.action()) {
      case "list" -> list(arguments);
      case "show" -> show(arguments);
      case "requeue" -> act(arguments, "requeue", "is PENDING and is sent next");
      case "discard" -> act(arguments, "discard", "is DISCARDED; what waited behind it goes on");
      default ->
          throw new ShopException(
              "No action '%s', expected list, show, requeue or discard"
                  .formatted(arguments.action()));
    }
    return 0;
  }

  private void list(Arguments arguments) {
    if (arguments.words().isEmpty()) {
      overview(arguments);
      return;
    }
    String service =
        service(arguments.words(1, "outbox list [SERVICE] [--status S] [--topic T] [--key K]"), 0);
    StringBuilder query = new StringBuilder("?limit=" + Math.min(500, arguments.max()));
    query.append("&status=").append(Arguments.encoded(arguments.option(STATUS).orElse("FAILED")));
    arguments
        .option(TOPIC)
        .ifPresent(topic -> query.append("&topic=").append(Arguments.encoded(topic)));
    arguments
        .option(KEY)
        .ifPresent(key -> query.append("&aggregateKey=").append(Arguments.encoded(key)));
    arguments
        .option(AFTER)
        .ifPresent(after -> query.append("&after=").append(Arguments.encoded(after)));
    try (ShopClient client = arguments.signIn(gateway)) {
      JsonNode answer = client.get(PATH + "/" + service + query);
      console.say(
          "%s: %s, oldest unsent row %.1f s old"
              .formatted(
                  service, counts(answer.path("counts")), answer.path("lagSeconds").asDouble()));
      Table rows = rows(answer.path("rows"));
      console.say(rows.isEmpty() ? "No such rows." : rows.text());
      if (!answer.path("next").isNull()) {
        console.say("There are more: add --after " + answer.path("next").asLong());
      }
    }
  }

  private void overview(Arguments arguments) {
    try (ShopClient client = arguments.signIn(gateway)) {
      Table services = new Table("SERVICE", "ROWS", "OLDEST UNSENT");
      StringBuilder failed = new StringBuilder();
      for (JsonNode each : client.get(PATH).path("services")) {
        String service = each.path("service").asString();
        if (each.path("reachable").asBoolean()) {
          services.add(
              service,
              counts(each.path("counts")),
              "%.1f s".formatted(each.path("lagSeconds").asDouble()));
        } else {
          services.add(service, "unknown: " + each.path("problem").asString(), "");
        }
        Table rows = rows(each.path("failed"));
        if (!rows.isEmpty()) {
          failed.append("\nFAILED in %s\n%s".formatted(service, rows.text()));
        }
      }
      console.say(services.text() + (failed.isEmpty() ? "" : "\n" + failed));
    }
  }

  private void show(Arguments arguments) {
    List<String> words = arguments.words(2, "outbox show SERVICE ID");
    try (ShopClient client = arguments.signIn(gateway)) {
      JsonNode details = client.get(PATH + "/" + service(words, 0) + "/" + id(words.get(1)));
      JsonNode row = details.path("row");
      Table facts = new Table("ROW", row.path("id").asString());
      facts.add("status", row.path("status"));
      facts.add("topic", row.path("topic"));
      facts.add("key", row.path("aggregateKey"));
      facts.add("sequence", row.path("sequence").asString());
      facts.add("type", row.path("typeId"));
      facts.add("attempts", row.path("attempts").asString());
      facts.add("created", Table.time(row.path("createdAt")));
      facts.add("changed", Table.time(row.path("updatedAt")));
      facts.add("trace", row.path("traceId"));
      facts.add("waiting behind", details.path("waitingBehind").asString());
      console.say(facts.text());
      console.say("error    " + row.path("lastError").asString("none"));
      console.say("payload  " + details.path("payload").asString());
      audit(details.path("audit"));
    }
  }

  private void audit(JsonNode entries) {
    Table audit = new Table("AT", "ACTION", "WHO", "WHY");
    for (JsonNode entry : entries) {
      audit.add(
          Table.time(entry.path("at")),
          entry.path("action"),
          entry.path("userName"),
          entry.path("reason"));
    }
    if (!audit.isEmpty()) {
      console.say(audit.text());
    }
  }

  private void act(Arguments arguments, String action, String outcome) {
    List<String> words = arguments.words(2, "outbox %s SERVICE ID --reason TEXT".formatted(action));
    String reason = arguments.reason();
    String service = service(words, 0);
    String id = id(words.get(1));
    try (ShopClient client = arguments.signIn(gateway)) {
      client.post(PATH + "/" + service + "/" + id + "/" + action, Map.of("reason", reason));
      console.say("Row %s of %s %s.".formatted(id, service, outcome));
    }
  }

  private static Table rows(JsonNode rows) {
    Table table = new Table("ID", "STATUS", "TOPIC", "KEY", "SEQ", "TRIES", "CREATED", "ERROR");
    for (JsonNode row : rows) {
      table.add(
          row.path("id").asString(),
          row.path("status"),
          row.path("topic"),
          row.path("aggregateKey"),
          row.path("sequence").asString(),
          row.path("attempts").asString(),
          Table.time(row.path("createdAt")),
          row.path("lastError"));
    }
    return table;
  }

  private static String counts(JsonNode counts) {
    return String.join(
        ", ",
        counts.properties().stream()
            .map(count -> "%s %s".formatted(count.getValue().asString(), count.getKey()))
            .toList());
  }

  private static String service(List<String> words, int index) {
    String service = words.get(index);
    if (!SERVICES.contains(service)) {
      throw new ShopException(
          "No outbox of '%s', expected order-service, inventory-service or payment-service"
              .formatted(service));
    }
    return service;
  }

  private static String id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new ShopException("The id is '%s', expected a number".formatted(text));
    }
    return text;
  }
}
