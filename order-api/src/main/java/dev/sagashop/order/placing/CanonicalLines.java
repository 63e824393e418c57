package dev.sagashop.order.placing;

import dev.sagashop.order.placing.PlaceOrder.WantedLine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says whether two bodies ask for the same: product and quantity of each line, in any order. */
final class CanonicalLines {

  private CanonicalLines() {}

  static String hash(List<@Nullable WantedLine> lines) {
    String canonical =
        lines.stream()
            .map(line -> line == null ? "null" : line.productId() + "x" + line.quantity())
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
