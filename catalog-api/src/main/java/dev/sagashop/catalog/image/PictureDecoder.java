package dev.sagashop.catalog.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads what people upload, whatever it says it is. Size is checked in the header, before a pixel
 * is decoded, and large pictures are thinned out while they are read, so that none needs more
 * memory than the service has.
 */
final class PictureDecoder {

  private static final int LONGEST_SIDE = 20_000;
  private static final long MOST_PIXELS = 40_000_000;

  /** Its reader holds the whole picture in memory. */
  private static final long MOST_PIXELS_OF_WEBP = 16_000_000;

  /** More than the largest thumbnail needs. */
  private static final long ENOUGH_PIXELS = 4_000_000;

  private record Format(ImageReaderSpi reader, long mostPixels) {}

  /**
   * @param width of the upload, upright
   * @param image upright, perhaps with fewer pixels than the upload
   */
  record Decoded(int width, int height, BufferedImage image) {}

  private final List<Format> formats =
      List.of(
          new Format(ofJdk("jpeg"), MOST_PIXELS),
          new Format(ofJdk("png"), MOST_PIXELS),
          new Format(ofJdk("gif"), MOST_PIXELS),
          new Format(new WebPImageReaderSpi(), MOST_PIXELS_OF_WEBP));

  /**
   * @throws ImageRefused if it is no picture, or too large
   */
  Decoded decode(byte[] content) {
    try (ImageInputStream input = stream(content)) {
      Format format = format(input);
      input.seek(0);
      ImageReader reader = format.reader().createReaderInstance();
      try {
        reader.setInput(input, true, true);
        return decode(reader, format.mostPixels(), Orientation.of(content));
      } finally {
        reader.dispose();
      }
    } catch (ImageRefused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers throw what they like when a file is damaged or forged.
      throw ImageRefused.unreadable(e);
    }
  }

  private static Decoded decode(ImageReader reader, long mostPixels, Orientation orientation)
      throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    if (Math.max(width, height) > LONGEST_SIDE || pixels > mostPixels) {
      throw ImageRefused.tooManyPixels(width, height, LONGEST_SIDE, mostPixels);
    }
    int step = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
    ImageReadParam thinned = reader.getDefaultReadParam();
    thinned.setSourceSubsampling(Math.clamp(step, 1, width), Math.clamp(step, 1, height), 0, 0);
    BufferedImage upright = orientation.upright(reader.read(0, thinned));
    return orientation.swapsSides()
        ? new Decoded(height, width, upright)
        : new Decoded(width, height, upright);
  }

  private Format format(ImageInputStream input) throws IOException {
    for (Format format : formats) {
      if (begins(format, input)) {
        return format;
      }
    }
    throw ImageRefused.unknownType();
  }

  private static boolean begins(Format format, ImageInputStream input) throws IOException {
    try {
      input.seek(0);
      return format.reader().canDecodeInput(input);
    } catch (EOFException e) {
      // Shorter than what pictures of this format begin with.
      return false;
    }
  }

  static ImageInputStream stream(byte[] content) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
  }

  private static ImageReaderSpi ofJdk(String format) {
    return ImageIO.getImageReadersByFormatName(format).next().getOriginatingProvider();
  }
}
