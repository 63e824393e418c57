package dev.sagashop.catalog.image;

import java.time.Instant;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Where the files are. Each method may be repeated. */
interface ImageStore {

  /** Afterwards the file is there, whole, even if the power fails; before, it is not there. */
  void put(ImageFile file, byte[] content);

  Optional<Resource> find(ImageFile file);

  /** Removing what is absent succeeds. */
  void remove(ImageFile file);

  /** Removes what interrupted writers left behind before this time. */
  void tidy(Instant before);
}
