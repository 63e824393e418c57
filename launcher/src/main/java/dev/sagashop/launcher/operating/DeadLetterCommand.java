package dev.sagashop.launcher.operating;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checks.ShopClient;
import dev.sagashop.launcher.processes.Console;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code ./shop dlt}: records that a consumer gave up, and what to do with them. */
public final class DeadLetterCommand {

  private static final String PATH = "/operations/dead-letters";
  private static final String STATE = "--state";
  private static final int PAGE = 100;

  private final String gateway;
  private final Console console;

  public DeadLetterCommand(String gateway, Console console) {
    this.gateway = gateway;
    this.console = console;
  }

  public int run(List<String> words) {
    Arguments arguments =
        Arguments.parse(words, Set.of(STATE, Arguments.MAX, Arguments.AGAIN, Arguments.REASON));
    switch (arguments.action()) {
      case "list" -> list(arguments);
      case "show" -> show(arguments);
      case "replay" -> replay(arguments);
      case "discard" -> discard(arguments);
      default ->
          throw new ShopException(
              "No action '%s', expected list, show, replay or discard"
                  .formatted(arguments.action()));
    }
    return 0;
  }

  private void list(Arguments arguments) {
    if (arguments.words().size() > 1) {
      throw new ShopException("Expected ./shop dlt list [TOPIC] [--state S] [--max N]");
    }
    boolean all = arguments.words().isEmpty();
    String query =
        "?state=%s&limit=%d"
                .formatted(
                    Arguments.encoded(arguments.option(STATE).orElse("OPEN")),
                    Math.min(500, arguments.max()))
            + (all ? "" : "&topic=" + Arguments.encoded(arguments.words().getFirst()));
    try (ShopClient client = arguments.signIn(gateway)) {
      JsonNode answer = client.get(PATH + query);
      Table topics = new Table("TOPIC", "OPEN", "REPLAYED", "DISCARDED");
      for (JsonNode topic : answer.path("topics")) {
        topics.add(
            topic.path("topic"),
            topic.path("open").asString(),
            topic.path("replayed").asString(),
            topic.path("discarded").asString());
      }
      console.say(topics.isEmpty() ? "There are no dead-letter topics." : topics.text());
      Table letters = letters(answer.path("letters"));
      console.say(letters.isEmpty() ? "No such letters." : "\n" + letters.text());
      if (!answer.path("next").isNull()) {
        console.say("There are more: name a topic, or raise --max (at most 500 are shown).");
      }
    }
  }

  private static Table letters(JsonNode letters) {
    Table table = new Table("PLACE", "STATE", "KEY", "AT", "GROUP", "EXCEPTION", "MESSAGE");
    for (JsonNode letter : letters) {
      String exception = letter.path("exception").asString("");
      table.add(
          place(letter),
          letter.path("state"),
          letter.path("key").path("data").asString(""),
          Table.time(letter.path("time")),
          letter.path("group"),
          exception.substring(exception.lastIndexOf('.') + 1),
          letter.path("message"));
    }
    return table;
  }

  /** As the words that the other actions take. */
  private static String place(JsonNode letter) {
    return "%s %d %d"
        .formatted(
            letter.path("topic").asString(),
            letter.path("partition").asInt(),
            letter.path("offset").asLong());
  }

  private void show(Arguments arguments) {
    String path = path(arguments.words(3, "dlt show TOPIC PARTITION OFFSET"));
    try (ShopClient client = arguments.signIn(gateway)) {
      JsonNode details = client.get(path);
      JsonNode letter = details.path("letter");
      Table facts = new Table("LETTER", place(letter));
      facts.add("state", letter.path("state"));
      facts.add(
          "came from",
          "%s %s %s"
              .formatted(
                  letter.path("originalTopic").asString(),
                  letter.path("originalPartition").asString(""),
                  letter.path("originalOffset").asString("")));
      facts.add("group", letter.path("group"));
      facts.add("at", Table.time(letter.path("time")));
      facts.add("key", content(letter.path("key")));
      console.say(facts.text());
      console.say("value (%d bytes)".formatted(letter.path("valueBytes").asInt()));
      console.say("  " + content(details.path("value")));
      console.say("headers");
      for (JsonNode header : details.path("headers")) {
        console.say(
            "  %s: %s".formatted(header.path("name").asString(), content(header.path("value"))));
      }
      audit(details.path("audit"));
    }
  }

  private void audit(JsonNode entries) {
    Table audit = new Table("AT", "ACTION", "WHO", "WHY", "OUTCOME");
    for (JsonNode entry : entries) {
      audit.add(
          Table.time(entry.path("at")),
          entry.path("action"),
          entry.path("userName"),
          entry.path("reason"),
          entry.path("outcome"));
    }
    if (!audit.isEmpty()) {
      console.say(audit.text());
    }
  }

  private static String content(JsonNode content) {
    if (content.isNull() || content.isMissingNode()) {
      return "none";
    }
    String data = content.path("data").asString();
    return content.path("encoding").asString().equals("TEXT") ? data : "base64 " + data;
  }

  private void replay(Arguments arguments) {
    if (arguments.words().size() == 1) {
      replayTopic(arguments, arguments.words().getFirst());
      return;
    }
    List<String> words =
        arguments.words(3, "dlt replay TOPIC [PARTITION OFFSET] --reason TEXT [--max N] [--again]");
    String reason = arguments.reason();
    try (ShopClient client = arguments.signIn(gateway)) {
      replayed(
          client.post(
              path(words) + "/replay",
              Map.of("reason", reason, "again", arguments.has(Arguments.AGAIN))));
    }
  }

  /** In the order of the topic, so that the records of a key keep theirs; stops at a failure. */
  private void replayTopic(Arguments arguments, String topic) {
    String reason = arguments.reason();
    int max = arguments.max();
    if (arguments.has(Arguments.AGAIN)) {
      throw new ShopException("--again is for one letter: add its partition and offset");
    }
    int done = 0;
    try (ShopClient client = arguments.signIn(gateway)) {
      String next = "";
      do {
        int limit = Math.min(PAGE, max - done);
        JsonNode page =
            client.get(PATH + "?topic=" + Arguments.encoded(topic) + "&limit=" + limit + next);
        for (JsonNode letter : page.path("letters")) {
          List<String> place = List.of(place(letter).split(" ", -1));
          replayed(client.post(path(place) + "/replay", Map.of("reason", reason)));
          done++;
        }
        next =
            page.path("next").isNull()
                ? ""
                : "&from=" + Arguments.encoded(page.path("next").asString());
      } while (!next.isEmpty() && done < max);
      console.say(
          next.isEmpty()
              ? "%d replayed.".formatted(done)
              : "%d replayed; there are more, repeat or raise --max.".formatted(done));
    } catch (ShopException e) {
      throw new ShopException("%d replayed, then: %s".formatted(done, e.getMessage()), e);
    }
  }

  private void replayed(JsonNode details) {
    JsonNode letter = details.path("letter");
    console.say(
        "%s is replayed to %s.".formatted(place(letter), letter.path("originalTopic").asString()));
  }

  private void discard(Arguments arguments) {
    String path = path(arguments.words(3, "dlt discard TOPIC PARTITION OFFSET --reason TEXT"));
    String reason = arguments.reason();
    try (ShopClient client = arguments.signIn(gateway)) {
      JsonNode details = client.post(path + "/discard", Map.of("reason", reason));
      console.say(place(details.path("letter")) + " is discarded.");
    }
  }

  private static String path(List<String> place) {
    if (!place.get(1).matches("\\d{1,9}") || !place.get(2).matches("\\d{1,18}")) {
      throw new ShopException(
          "Partition and offset are '%s' and '%s', expected two numbers"
              .formatted(place.get(1), place.get(2)));
    }
    return "%s/%s/%s/%s"
        .formatted(PATH, Arguments.encoded(place.get(0)), place.get(1), place.get(2));
  }
}
