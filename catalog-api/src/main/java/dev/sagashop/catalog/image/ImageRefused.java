package dev.sagashop.catalog.image;

import dev.sagashop.platform.web.FieldProblem;
import dev.sagashop.platform.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What was sent is no picture that can be kept. */
public final class ImageRefused extends ProblemException {

  private final List<FieldProblem> errors;

  private ImageRefused(HttpStatus status, String code, String message, List<FieldProblem> errors) {
    super(status, code, message);
    this.errors = List.copyOf(errors);
  }

  static ImageRefused unknownType() {
    return new ImageRefused(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "UNSUPPORTED_IMAGE",
        "The content is no JPEG, PNG, GIF or WebP picture; its name and declared type do not count",
        List.of());
  }

  static ImageRefused unreadable(Throwable cause) {
    var refused =
        new ImageRefused(
            HttpStatus.BAD_REQUEST,
            "UNREADABLE_IMAGE",
            "The picture begins like one but cannot be read to its end; save it anew and try again",
            List.of());
    refused.initCause(cause);
    return refused;
  }

  static ImageRefused tooManyPixels(int width, int height, int longest, long most) {
    return new ImageRefused(
        HttpStatus.BAD_REQUEST,
        "IMAGE_TOO_LARGE",
        "The picture has %d x %d pixels, expected %d at most along a side and %d million in all"
            .formatted(width, height, longest, most / 1_000_000),
        List.of());
  }

  /** Of several images in a JSON body: which ones, and why. */
  static ImageRefused in(List<FieldProblem> faults) {
    return new ImageRefused(
        HttpStatus.BAD_REQUEST,
        "INVALID_IMAGE",
        String.join(", ", faults.stream().map(f -> f.field() + ": " + f.message()).toList()),
        faults);
  }

  @Override
  public String error() {
    return code().equals("INVALID_IMAGE") ? "VALIDATION_ERROR" : status().getReasonPhrase();
  }

  @Override
  public List<FieldProblem> errors() {
    return errors;
  }
}
