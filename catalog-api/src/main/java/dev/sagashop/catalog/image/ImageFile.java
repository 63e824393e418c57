package dev.sagashop.catalog.image;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is served: a picture in one size. Its name says all about it, and its content never
 * changes.
 *
 * @param hash of the picture, SHA-256 in hexadecimal
 * @param width at most, in pixels
 * @param extension {@code jpg} or {@code png}
 */
record ImageFile(String hash, int width, String extension) {

  static final List<Integer> WIDTHS = List.of(160, 480, 960);

  private static final Pattern NAME =
      Pattern.compile("(?<hash>[0-9a-f]{64})-(?<width>160|480|960)\\.(?<extension>jpg|png)");

  /** Empty if no file can have this name, so nothing else ever becomes part of a path. */
  static Optional<ImageFile> named(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new ImageFile(
                parts.group("hash"),
                Integer.parseInt(parts.group("width")),
                parts.group("extension")))
        : Optional.empty();
  }

  String name() {
    return "%s-%d.%s".formatted(hash, width, extension);
  }
}
