package dev.sagashop.audit.sources;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The payment provider's own word on every charge and refund. */
final class ProviderJournal {
  static final String NAME = "provider";

  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
  private final JsonMapper json = new JsonMapper();
  private final URI journal;

  ProviderJournal(URI provider) {
    this.journal = provider.resolve("/journal");
  }

  List<JournalEntry> read() {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(journal).timeout(TO_ANSWER).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new SourceUnreadable(
            NAME, "%s answered %d, expected 200".formatted(journal, answer.statusCode()));
      }
      return List.of(json.readValue(answer.body(), JournalEntry[].class));
    } catch (JacksonException e) {
      throw new SourceUnreadable(NAME, journal + " is not the journal: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new SourceUnreadable(NAME, journal + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceUnreadable(NAME, "interrupted", e);
    }
  }
}
