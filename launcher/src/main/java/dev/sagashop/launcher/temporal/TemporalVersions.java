package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.ShopException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code temporal/go.mod} pins. */
record TemporalVersions(String server, String ui, String go, String hash) {

  static TemporalVersions pinnedIn(Path module) {
    try {
      String goMod = Files.readString(module.resolve("go.mod"));
      return new TemporalVersions(
          first(goMod, "go\\.temporal\\.io/server v(\\S+)"),
          first(goMod, "github\\.com/temporalio/ui-server/v2 v(\\S+)"),
          first(goMod, "(?m)^go (\\S+)"),
          hash(goMod + Files.readString(module.resolve("go.sum"))));
    } catch (IOException e) {
      throw new ShopException("Cannot read the pinned versions in %s: %s".formatted(module, e), e);
    }
  }

  /** Names one build; equal keys mean equal programs. */
  String key() {
    return "%s-ui-%s-%s".formatted(server, ui, hash);
  }

  private static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new ShopException("temporal/go.mod has no line that matches " + pattern);
    }
    return matcher.group(1);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
