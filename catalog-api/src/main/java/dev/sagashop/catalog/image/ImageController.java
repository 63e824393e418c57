package dev.sagashop.catalog.image;

import dev.sagashop.platform.web.ProblemException;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the files of uploaded pictures. Below {@code /products}, where gateways look for them. */
@RestController
class ImageController {

  private static final Duration A_YEAR = Duration.ofDays(365);

  private final ImageStore store;

  ImageController(ImageStore store) {
    this.store = store;
  }

  /**
   * The name contains the hash of the content, so an answer holds for ever. With a dot in it, the
   * name is no other route of a product.
   */
  @GetMapping("/products/images/{file:[^.]+[.].+}")
  ResponseEntity<Resource> showImage(@PathVariable String file) {
    ImageFile wanted = ImageFile.named(file).orElseThrow(() -> new ImageNotFoundException(file));
    Resource found = store.find(wanted).orElseThrow(() -> new ImageNotFoundException(file));
    return ResponseEntity.ok()
        .contentType(wanted.extension().equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable())
        .eTag("\"%s-%d\"".formatted(wanted.hash(), wanted.width()))
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().build().toString())
        .body(found);
  }

  /** No file has this name, or has it any more. */
  private static final class ImageNotFoundException extends ProblemException {

    ImageNotFoundException(String file) {
      super(HttpStatus.NOT_FOUND, "IMAGE_NOT_FOUND", "Image not found: " + file);
    }

    @Override
    public String error() {
      return status().getReasonPhrase();
    }
  }
}
