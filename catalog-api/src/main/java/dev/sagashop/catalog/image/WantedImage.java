package dev.sagashop.catalog.image;

import org.jspecify.annotations.Nullable;

/**
 * An image that a product is to show.
 *
 * @param url as clients see it; tells the images of a product apart
 * @param picture hash of the upload; null for an image elsewhere
 */
public record WantedImage(String url, @Nullable String picture) {

  public static WantedImage of(Picture picture) {
    return new WantedImage(picture.url(), picture.hash());
  }
}
