package dev.sagashop.catalog.product;

import dev.sagashop.catalog.image.Picture;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param url elsewhere, or the largest of the thumbnails
 * @param alt the image in words, for who does not see it
 * @param width of the upload; null for images elsewhere
 * @param thumbnails by width in pixels; empty for images elsewhere
 */
record ImageResponse(
    long id,
    String url,
    @Nullable String alt,
    @Nullable Integer width,
    @Nullable Integer height,
    Map<String, String> thumbnails) {

  static ImageResponse elsewhere(long id, String url, @Nullable String alt) {
    return new ImageResponse(id, url, alt, null, null, Map.of());
  }

  static ImageResponse uploaded(long id, Picture picture, @Nullable String alt) {
    return new ImageResponse(
        id, picture.url(), alt, picture.width(), picture.height(), picture.thumbnails());
  }
}
