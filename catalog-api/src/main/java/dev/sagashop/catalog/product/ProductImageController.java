package dev.sagashop.catalog.product;

import dev.sagashop.catalog.image.Pictures;
import dev.sagashop.catalog.image.WantedImage;
import dev.sagashop.catalog.text.Storable;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The images of a product. Each change makes a new version of the product. */
@RestController
@RequestMapping("/products/{id}/images")
class ProductImageController {

  private final Products products;
  private final ProductImages images;
  private final ProductEditing editing;
  private final Pictures pictures;

  ProductImageController(
      Products products, ProductImages images, ProductEditing editing, Pictures pictures) {
    this.products = products;
    this.images = images;
    this.editing = editing;
    this.pictures = pictures;
  }

  /** JPEG, PNG, GIF or WebP by content; what name and type the client gives does not count. */
  @Refuses({409, 413, 415})
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ImageResponse uploadImage(
      @PathVariable long id,
      @RequestPart("file") MultipartFile file,
      @RequestParam(required = false) @Size(max = 255) @Storable @Nullable String alt,
      CurrentUser caller)
      throws IOException {
    if (!products.existsById(id)) {
      throw new ProductNotFoundException(id);
    }
    WantedImage uploaded = WantedImage.of(pictures.keep(file.getBytes()));
    long imageId = editing.addImage(id, uploaded, alt, caller.userId());
    return images.of(id).stream()
        .filter(image -> image.id() == imageId)
        .findFirst()
        .orElseThrow(() -> new ProductNotFoundException(id));
  }

  /** Order and words. */
  @Refuses({409})
  @PutMapping
  List<ImageResponse> arrangeImages(
      @PathVariable long id, @Valid @RequestBody ImageOrder order, CurrentUser caller) {
    editing.arrangeImages(id, order, caller.userId());
    return images.of(id);
  }

  /** Removing what the product does not show succeeds. */
  @DeleteMapping("/{imageId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeImage(@PathVariable long id, @PathVariable long imageId, CurrentUser caller) {
    editing.removeImage(id, imageId, caller.userId());
  }
}
