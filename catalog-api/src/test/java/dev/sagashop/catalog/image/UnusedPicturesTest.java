package dev.sagashop.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class UnusedPicturesTest {

  private static final DriverManagerDataSource DATABASE = database();

  private final JdbcClient jdbc = JdbcClient.create(DATABASE);

  @TempDir private Path folder;

  private ImageStore store = new DiskImageStore(Path.of("unused"));
  private Pictures pictures = new Pictures(jdbc, store);

  private static DriverManagerDataSource database() {
    TestDatabase database = TestParts.postgres().createDatabase("pictures");
    var source =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    return source;
  }

  @BeforeEach
  void empty() {
    jdbc.sql("delete from products").update();
    jdbc.sql("delete from pictures").update();
    store = new DiskImageStore(folder);
    pictures = new Pictures(jdbc, store);
  }

  @Test
  void deletesWhatNoProductShowsAfterTheTimeOfGrace() throws IOException {
    Picture picture = pictures.keep(upload(1));
    delete();
    assertThat(files()).as("the time of grace runs").hasSize(3);
    age(picture);
    delete();
    assertThat(files()).isEmpty();
    assertThat(pictures.find(picture.hash())).isEmpty();
  }

  @Test
  void keepsWhatAProductShows() throws IOException {
    Picture picture = pictures.keep(upload(2));
    show(picture);
    age(picture);
    delete();
    assertThat(files()).hasSize(3);

    // No more shown: the time of grace begins when that is found out.
    jdbc.sql("delete from product_images").update();
    delete();
    assertThat(files()).hasSize(3);
    age(picture);
    delete();
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsWhatIsUploadedAgain() throws IOException {
    Picture picture = pictures.keep(upload(3));
    age(picture);
    assertThat(pictures.keep(upload(3))).isEqualTo(picture);
    delete();
    assertThat(files()).hasSize(3);
  }

  /** A crash between the row and its files, or between the files and their row. */
  @Test
  void mendsWhatACrashLeft() throws IOException {
    Picture picture = pictures.keep(upload(4));
    store.remove(picture.files().getFirst());
    assertThat(pictures.keep(upload(4))).isEqualTo(picture);
    assertThat(files()).hasSize(3);

    picture.files().forEach(store::remove);
    age(picture);
    delete();
    assertThat(pictures.find(picture.hash())).isEmpty();
  }

  @Test
  void tidiesWhatWritersLeftUnfinished() throws IOException {
    Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
    Path old = Files.writeString(unfinished.resolve("old"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path fresh = Files.writeString(unfinished.resolve("new"), "x");
    delete();
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private void delete() {
    new UnusedPictures(
            jdbc,
            new TransactionTemplate(new JdbcTransactionManager(DATABASE)),
            store,
            new ImageProperties(folder, Duration.ofHours(1)))
        .delete();
  }

  private void age(Picture picture) {
    jdbc.sql("update pictures set unused_since = now() - interval '2 hours' where hash = :hash")
        .param("hash", picture.hash())
        .update();
  }

  private void show(Picture picture) {
    jdbc.sql(
            "insert into products (sku, name, price, seller_id, status) values ('S', 'n', 1, 1, 'ACTIVE')")
        .update();
    jdbc.sql(
            "insert into product_images (product_id, position, picture) select id, 0, :hash from products")
        .param("hash", picture.hash())
        .update();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] upload(int color) {
    var image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, color);
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write to memory", e);
    }
    return bytes.toByteArray();
  }
}
