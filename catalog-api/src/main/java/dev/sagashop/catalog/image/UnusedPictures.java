package dev.sagashop.catalog.image;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes pictures that no product shows any more: the files first, then the row, so that whatever
 * a crash leaves is found again.
 */
@Component
class UnusedPictures {

  private static final Logger log = LoggerFactory.getLogger(UnusedPictures.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final ImageStore store;
  private final Duration grace;

  UnusedPictures(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      ImageStore store,
      ImageProperties properties) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.store = store;
    this.grace = properties.grace();
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void delete() {
    Instant before = Instant.now().minus(grace);
    mark();
    int deleted = 0;
    while (Boolean.TRUE.equals(transactions.execute(_ -> deleteOne(before)))) {
      deleted++;
    }
    store.tidy(before);
    if (deleted > 0) {
      log.info("Deleted {} pictures that no product had shown for {}", deleted, grace);
    }
  }

  /** When a product stops showing a picture nobody notes it: this finds out. */
  private void mark() {
    jdbc.sql(
            """
            update pictures p
            set unused_since = case when p.unused_since is null then now() end
            where (p.unused_since is not null)
              = exists (select from product_images i where i.picture = p.hash)
            """)
        .update();
  }

  private boolean deleteOne(Instant before) {
    Optional<Picture> unused =
        jdbc.sql(
                """
                select hash, extension, width, height from pictures
                where unused_since < :before
                order by unused_since limit 1 for update skip locked
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .query(Picture.class)
            .optional();
    unused.ifPresent(this::deleteIfStillUnused);
    return unused.isPresent();
  }

  /**
   * With the row locked, nobody can start to show the picture; who did so just before is seen only
   * by a new statement.
   */
  private void deleteIfStillUnused(Picture picture) {
    boolean used =
        jdbc.sql("select exists (select from product_images where picture = :hash)")
            .param("hash", picture.hash())
            .query(Boolean.class)
            .single();
    if (used) {
      jdbc.sql("update pictures set unused_since = null where hash = :hash")
          .param("hash", picture.hash())
          .update();
      return;
    }
    picture.files().forEach(store::remove);
    jdbc.sql("delete from pictures where hash = :hash").param("hash", picture.hash()).update();
  }
}
