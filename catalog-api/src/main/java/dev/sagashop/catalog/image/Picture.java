package dev.sagashop.catalog.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An uploaded picture.
 *
 * @param hash of what was uploaded, SHA-256 in hexadecimal
 * @param extension of its files
 * @param width of what was uploaded, seen upright, in pixels
 */
public record Picture(String hash, String extension, int width, int height) {

  /** Through the gateway, which all clients use. */
  private static final String PREFIX = "/api/products/images/";

  /** The largest file. */
  public String url() {
    return url(ImageFile.WIDTHS.getLast());
  }

  /** By width. */
  public Map<String, String> thumbnails() {
    Map<String, String> urls = new LinkedHashMap<>();
    ImageFile.WIDTHS.forEach(width -> urls.put(Integer.toString(width), url(width)));
    return urls;
  }

  List<ImageFile> files() {
    return ImageFile.WIDTHS.stream().map(width -> new ImageFile(hash, width, extension)).toList();
  }

  /** Whether the address is one that {@link #url()} could have made. */
  static boolean isUrl(String text) {
    return text.startsWith(PREFIX);
  }

  static String fileName(String url) {
    return url.substring(PREFIX.length());
  }

  private String url(int width) {
    return PREFIX + new ImageFile(hash, width, extension).name();
  }
}
