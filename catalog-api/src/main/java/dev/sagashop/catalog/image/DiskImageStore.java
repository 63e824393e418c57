package dev.sagashop.catalog.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Files in a folder, spread over sub-folders by the first two digits of their hash. */
final class DiskImageStore implements ImageStore {

  private final Path folder;
  private final Path unfinished;

  DiskImageStore(Path folder) {
    this.folder = folder;
    this.unfinished = folder.resolve("unfinished");
  }

  @Override
  public void put(ImageFile file, byte[] content) {
    Path place = place(file);
    Path target = place.resolve(file.name());
    Path draft = unfinished.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(unfinished);
      Files.createDirectories(place);
      write(draft, content);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      // The names of file and folder are part of the folder above.
      sync(place);
      sync(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s; the folder must be writable and have room".formatted(target), e);
    }
  }

  @Override
  public Optional<Resource> find(ImageFile file) {
    Path path = path(file);
    return Files.isRegularFile(path) ? Optional.of(new FileSystemResource(path)) : Optional.empty();
  }

  @Override
  public void remove(ImageFile file) {
    Path path = path(file);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + path, e);
    }
  }

  @Override
  public void tidy(Instant before) {
    try (Stream<Path> drafts = Files.list(unfinished)) {
      for (Path draft : drafts.toList()) {
        if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (NoSuchFileException e) {
      // Another instance tidied at the same time, or nothing was ever written.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot tidy " + unfinished, e);
    }
  }

  private Path path(ImageFile file) {
    return place(file).resolve(file.name());
  }

  private Path place(ImageFile file) {
    return folder.resolve(file.hash().substring(0, 2));
  }

  private static void write(Path path, byte[] content) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      file.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
