package dev.sagashop.catalog.image;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the camera was held, as the EXIF data of a JPEG says. Thumbnails have no EXIF data, so they
 * must be upright themselves.
 *
 * @param code as in EXIF: 1 upright, 2 to 8 mirrored or turned
 */
record Orientation(int code) {

  private static final Logger log = LoggerFactory.getLogger(Orientation.class);

  private static final Orientation UPRIGHT = new Orientation(1);

  static Orientation of(byte[] content) {
    try (ImageInputStream input = PictureDecoder.stream(content)) {
      if (input.readUnsignedShort() != JPEG.SOI) {
        return UPRIGHT;
      }
      input.seek(0);
      List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
      return exif.isEmpty() ? UPRIGHT : of(exif.getFirst());
    } catch (IOException | RuntimeException e) {
      log.debug("A picture has EXIF data that cannot be read: it is taken as upright", e);
      return UPRIGHT;
    }
  }

  private static Orientation of(JPEGSegment exif) throws IOException {
    try (InputStream data = exif.data()) {
      // One byte of padding comes before the TIFF structure.
      data.skipNBytes(1);
      try (ImageInputStream tiff = PictureDecoder.stream(data.readAllBytes())) {
        Entry entry = new TIFFReader().read(tiff).getEntryById(TIFF.TAG_ORIENTATION);
        return entry != null && entry.getValue() instanceof Number number
            ? new Orientation(Math.clamp(number.intValue(), 1, 8))
            : UPRIGHT;
      }
    }
  }

  boolean swapsSides() {
    return code >= 5;
  }

  BufferedImage upright(BufferedImage image) {
    if (code == 1) {
      return image;
    }
    int w = image.getWidth();
    int h = image.getHeight();
    // Each maps a pixel of the camera's picture to its upright place: x' = a x + c y + e, and so
    // on.
    AffineTransform turn =
        switch (code) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
    var upright =
        new BufferedImage(swapsSides() ? h : w, swapsSides() ? w : h, BufferedImage.TYPE_INT_RGB);
    new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(Thumbnails.rgb(image), upright);
    return upright;
  }
}
