package dev.sagashop.catalog.image;

import dev.sagashop.platform.web.FieldProblem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Reads the addresses of images that clients send: elsewhere on the web, uploaded before, or the
 * image itself as a data URL, which becomes an upload.
 */
@Component
public class ImageUrls {

  private static final int LONGEST = 2048;

  /** No blanks, quotes, brackets or control characters. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)https?://[^\\s\\p{Cntrl}\"'<>\\\\/]+(/[^\\s\\p{Cntrl}\"'<>\\\\]*|[?#]\\S*)?");

  private static final Pattern DATA =
      Pattern.compile("(?is)data:image/[\\w.+-]{1,40}(;[\\w.+=-]{1,40}){0,3};base64,");

  private final Pictures pictures;

  ImageUrls(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * Each image once, in the order given. Not in a transaction, see {@link Pictures#keep}.
   *
   * @throws ImageRefused if an address is none of the three; names every such one
   */
  public List<WantedImage> read(String field, List<String> urls) {
    Map<String, WantedImage> images = new LinkedHashMap<>();
    List<FieldProblem> faults = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      try {
        WantedImage image = read(urls.get(i).strip());
        images.putIfAbsent(image.url(), image);
      } catch (ImageRefused | IllegalArgumentException e) {
        faults.add(new FieldProblem("%s[%d]".formatted(field, i), String.valueOf(e.getMessage())));
      }
    }
    if (!faults.isEmpty()) {
      throw ImageRefused.in(faults);
    }
    return List.copyOf(images.values());
  }

  /** A fault of a field whose image vanished since it was read. */
  public static ImageRefused gone(String field, String url) {
    return ImageRefused.in(List.of(new FieldProblem(field, noSuch(url))));
  }

  private WantedImage read(String url) {
    Matcher data = DATA.matcher(url);
    if (data.lookingAt()) {
      // The MIME decoder skips line breaks, which some clients put in.
      byte[] content = Base64.getMimeDecoder().decode(url.substring(data.end()));
      return WantedImage.of(pictures.keep(content));
    }
    if (Picture.isUrl(url)) {
      Optional<Picture> known =
          ImageFile.named(Picture.fileName(url)).flatMap(file -> pictures.find(file.hash()));
      return WantedImage.of(known.orElseThrow(() -> new IllegalArgumentException(noSuch(url))));
    }
    if (url.length() <= LONGEST && ELSEWHERE.matcher(url).matches()) {
      return new WantedImage(url, null);
    }
    throw new IllegalArgumentException(
        "must be an address with http or https of at most %d characters, or data:image/...;base64,"
            .formatted(LONGEST));
  }

  private static String noSuch(String url) {
    return "there is no uploaded picture '%s'; upload it again".formatted(url);
  }
}
