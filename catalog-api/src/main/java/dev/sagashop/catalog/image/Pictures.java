package dev.sagashop.catalog.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The uploaded pictures. */
@Component
public class Pictures {

  private final JdbcClient jdbc;
  private final ImageStore store;
  private final PictureDecoder decoder = new PictureDecoder();

  /** One picture at a time: several large ones together would not fit into memory. */
  private final ReentrantLock decoding = new ReentrantLock(true);

  Pictures(JdbcClient jdbc, ImageStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /**
   * Keeps a picture, for as long as a product shows it; until one does, for the time of grace. The
   * same content is kept once. Not in a transaction: the row must be there before the files.
   *
   * @throws ImageRefused if it is no picture that can be kept
   */
  public Picture keep(byte[] content) {
    String hash = sha256(content);
    Optional<Picture> known = touch(hash);
    if (known.isPresent()
        && known.get().files().stream().allMatch(file -> store.find(file).isPresent())) {
      return known.get();
    }
    decoding.lock();
    try {
      PictureDecoder.Decoded decoded = decoder.decode(content);
      Thumbnails thumbnails = Thumbnails.of(decoded.image());
      var picture = new Picture(hash, thumbnails.extension(), decoded.width(), decoded.height());
      add(picture);
      picture.files().forEach(file -> store.put(file, thumbnails.content(file.width())));
      return picture;
    } finally {
      decoding.unlock();
    }
  }

  Optional<Picture> find(String hash) {
    return jdbc.sql("select hash, extension, width, height from pictures where hash = :hash")
        .param("hash", hash)
        .query((row, _) -> picture(row))
        .optional();
  }

  /**
   * Those of these pictures that are there, and stay there until the transaction ends. In the order
   * of their hashes, so that two callers never wait for each other.
   */
  public List<String> hold(Collection<String> hashes) {
    return hashes.isEmpty()
        ? List.of()
        : jdbc.sql("select hash from pictures where hash in (:hashes) order by hash for key share")
            .param("hashes", hashes)
            .query(String.class)
            .list();
  }

  /** The time of grace begins anew, unless a product shows the picture. */
  private Optional<Picture> touch(String hash) {
    return jdbc.sql(
            """
            update pictures
            set unused_since = case when unused_since is null then null else now() end
            where hash = :hash
            returning hash, extension, width, height
            """)
        .param("hash", hash)
        .query((row, _) -> picture(row))
        .optional();
  }

  private void add(Picture picture) {
    jdbc.sql(
            """
            insert into pictures (hash, extension, width, height)
            values (:hash, :extension, :width, :height)
            on conflict (hash) do update set unused_since = now()
            where pictures.unused_since is not null
            """)
        .param("hash", picture.hash())
        .param("extension", picture.extension())
        .param("width", picture.width())
        .param("height", picture.height())
        .update();
  }

  private static Picture picture(ResultSet row) throws SQLException {
    return new Picture(
        row.getString("hash"),
        row.getString("extension"),
        row.getInt("width"),
        row.getInt("height"));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
