package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.rights.Right;
import dev.sagashop.rights.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rights, the routes that there are, and what the documents say are the same. */
class RightsTest {

  private static final Path SECURITY = Checkout.find().root().resolve("docs/security.md");
  private static final String BEGIN = "<!-- table of rights -->\n";
  private static final String END = "<!-- end of the table -->";

  @Test
  void everyRouteHasARowAndEveryRowARoute() {
    assertThat(Rights.all().stream().map(RightsTest::route))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Api.operations().stream().map(Api.Operation::toString).toList());
  }

  @Test
  void theDocumentShowsTheTable() throws IOException {
    String text = Files.readString(SECURITY);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("sagashop.write-api")) {
      Files.writeString(SECURITY, text.substring(0, begin) + table() + text.substring(end));
    }

    assertThat(Files.readString(SECURITY))
        .as("%s; write it by -Dsagashop.write-api=true", SECURITY)
        .contains(BEGIN + table() + END);
  }

  private static String route(Right right) {
    return "%s: %s %s".formatted(right.service(), right.method(), right.path());
  }

  private static String table() {
    String head =
        """
        | service | route | nobody | customer | owner | support | admin |
        |---|---|---|---|---|---|---|
        """;
    return Rights.all().stream()
        .map(
            right ->
                Stream.of(
                        List.of(right.service(), "`%s %s`".formatted(right.method(), right.path())),
                        cells(right))
                    .flatMap(List::stream)
                    .collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining("", head, ""));
  }

  private static List<String> cells(Right right) {
    return switch (right.access()) {
      case ANYBODY -> List.of("yes", "yes", "yes", "yes", "yes");
      case SIGNED_IN -> List.of("–", "yes", "yes", "yes", "yes");
      case OWNER_OR_STAFF -> List.of("–", "–", "yes", "yes", "yes");
      case STAFF -> List.of("–", "–", "–", "yes", "yes");
      case ADMIN -> List.of("–", "–", "–", "–", "yes");
    };
  }
}
