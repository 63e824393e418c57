package dev.sagashop.catalog.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture in all sizes, made from nothing but its pixels: what else an upload carried, places and
 * scripts, is gone. JPEG, or PNG where something shines through.
 *
 * @param contents by width
 */
record Thumbnails(String extension, Map<Integer, byte[]> contents) {

  static Thumbnails of(BufferedImage image) {
    BufferedImage largest = scaled(image, ImageFile.WIDTHS.getLast(), BufferedImage.TYPE_INT_ARGB);
    boolean opaque = isOpaque(largest);
    BufferedImage source = opaque ? rgb(largest) : largest;
    Map<Integer, byte[]> contents = new LinkedHashMap<>();
    for (int width : ImageFile.WIDTHS) {
      BufferedImage scaled = scaled(source, width, source.getType());
      contents.put(width, encoded(scaled, opaque ? "jpg" : "png"));
    }
    return new Thumbnails(opaque ? "jpg" : "png", contents);
  }

  byte[] content(int width) {
    return Objects.requireNonNull(contents.get(width), "no thumbnail of this width");
  }

  /** Never larger than the source. In halves, because one large step would skip pixels. */
  private static BufferedImage scaled(BufferedImage source, int width, int type) {
    BufferedImage current = source;
    while (current.getWidth() > 2 * width) {
      current = drawn(current, current.getWidth() / 2, type);
    }
    int goal = Math.min(width, current.getWidth());
    return goal == current.getWidth() && current.getType() == type
        ? current
        : drawn(current, goal, type);
  }

  private static BufferedImage drawn(BufferedImage source, int width, int type) {
    long height = Math.round((double) source.getHeight() * width / source.getWidth());
    var target = new BufferedImage(width, (int) Math.max(1, height), type);
    Graphics2D graphics = target.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(source, 0, 0, target.getWidth(), target.getHeight(), null);
    } finally {
      graphics.dispose();
    }
    return target;
  }

  static BufferedImage rgb(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_INT_RGB
        ? image
        : drawn(image, image.getWidth(), BufferedImage.TYPE_INT_RGB);
  }

  private static boolean isOpaque(BufferedImage image) {
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int pixel : row) {
        if (pixel >>> 24 != 255) {
          return false;
        }
      }
    }
    return true;
  }

  private static byte[] encoded(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, format, output)) {
        throw new IllegalStateException("No writer for " + format + " of " + image);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode a picture in memory as " + format, e);
    }
    return bytes.toByteArray();
  }
}
