package dev.sagashop.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are only ever appended. Whoever waits for a line finds it on the disk afterwards; the
 * lines of all that wait at a time go there together, because it is the disk's confirmation that
 * costs.
 */
final class JournalFile implements AutoCloseable {

  /** Takes the lines that are there at the start. */
  interface Reader {
    void line(long number, byte[] line);
  }

  private final Path path;
  private final FileChannel channel;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long added;
  private long durable;
  private boolean forcing;
  private @Nullable IOException failure;

  private JournalFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Reads all that is there, and cuts off a last line that a crash left incomplete. */
  static JournalFile open(Path path, Reader reader) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock(path, channel);
      long end = read(path, reader);
      if (end < channel.size()) {
        Log.line(
            "The last line of %s is incomplete and nobody was told of it: %d bytes are cut off"
                .formatted(path, channel.size() - end));
        channel.truncate(end);
        channel.force(true);
      }
      channel.position(end);
      return new JournalFile(path, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Until the channel is closed or the process ends. */
  private static void lock(Path path, FileChannel channel) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new BrokenJournal(
          "%s is in use: stop the other provider, or name another folder with JOURNAL_DIR"
              .formatted(path));
    }
  }

  /** Gives where the last complete line ends. */
  private static long read(Path path, Reader reader) throws IOException {
    long end = 0;
    long number = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        number++;
        reader.line(number, line.toByteArray());
        end += line.size() + 1;
        line.reset();
      }
    }
    return end;
  }

  Path path() {
    return path;
  }

  /** Gives the ticket to wait with. The order of calls is the order in the file. */
  synchronized long add(byte[] line) {
    waiting.writeBytes(line);
    waiting.write('\n');
    added++;
    return added;
  }

  /** Waits for all lines added so far. */
  void awaitAll() {
    long last;
    synchronized (this) {
      last = added;
    }
    await(last);
  }

  /** Waits for a line; whoever comes first writes for all that wait. */
  void await(long ticket) {
    while (true) {
      byte[] batch;
      long last;
      synchronized (this) {
        awaitWriter(ticket);
        if (durable >= ticket) {
          return;
        }
        if (failure != null) {
          throw new BrokenJournal("%s cannot be written: %s".formatted(path, failure), failure);
        }
        forcing = true;
        batch = waiting.toByteArray();
        waiting.reset();
        last = added;
      }
      finish(last, write(batch));
    }
  }

  private synchronized void awaitWriter(long ticket) {
    try {
      while (forcing && durable < ticket) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenJournal("interrupted while waiting for " + path, e);
    }
  }

  private @Nullable IOException write(byte[] batch) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(batch);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  /** After a failure nothing is written any more: what is in the file by then is unknown. */
  private synchronized void finish(long last, @Nullable IOException problem) {
    forcing = false;
    if (problem == null) {
      durable = last;
    } else {
      failure = problem;
      Log.line("%s cannot be written, nothing is decided any more: %s".formatted(path, problem));
    }
    notifyAll();
  }

  /** With everything on the disk that was added before. */
  @Override
  public void close() throws IOException {
    try (channel) {
      awaitAll();
    }
  }
}
