package dev.sagashop.identity.session;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sign-ins of all devices. Each is a family of refresh tokens: a token is exchanged for its
 * successor at every use, and one that comes back later was copied and ends the family. Times are
 * the database's, which all replicas share.
 */
@Component
public class Sessions {

  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  /** Who stays away for this long signs in again; the cookie lives as long. */
  public static final Duration TOKEN_LIFE = Duration.ofDays(7);

  /** However busy somebody is, the password is asked for this often. */
  private static final Duration FAMILY_LIFE = Duration.ofDays(30);

  /** Two tabs that wake up together send the same cookie. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final int MOST_FAMILIES = 20;

  /** Of one family, unused at a time: more tabs than that do not wake up together. */
  private static final int MOST_UNUSED = 20;

  private final JdbcClient database;

  Sessions(JdbcClient database) {
    this.database = database;
  }

  private record Shown(long userId, boolean expired, boolean reused, double lifeOfNext) {}

  /** Signs a device in and leaves the other ones alone; beyond twenty the oldest one ends. */
  @Transactional
  public RefreshToken start(long userId) {
    // Two sign-ins of one user take turns, or they would not count each other.
    database
        .sql("select id from users where id = :userId for no key update")
        .param("userId", userId)
        .query(Long.class)
        .single();
    UUID family =
        database
            .sql(
                """
                insert into token_families (user_id, created_at, expires_at)
                values (:userId, clock_timestamp(), now() + make_interval(secs => :life))
                returning id
                """)
            .param("userId", userId)
            .param("life", FAMILY_LIFE.toSeconds())
            .query(UUID.class)
            .single();
    database
        .sql(
            """
            delete from token_families where id in (
              select id from token_families where user_id = :userId
              order by created_at desc offset :most)
            """)
        .param("userId", userId)
        .param("most", MOST_FAMILIES)
        .update();
    return add(family, TOKEN_LIFE);
  }

  /** Takes a token for the next one. Within the grace of its first use it gets another one. */
  @Transactional
  public Exchange exchange(String value) {
    String hash = RefreshToken.hash(value);
    Optional<UUID> family = lockFamilyOf(hash);
    if (family.isEmpty()) {
      return new Exchange.Unknown();
    }
    Optional<Shown> found = find(hash);
    if (found.isEmpty()) {
      return new Exchange.Unknown();
    }
    Shown shown = found.get();
    if (shown.reused()) {
      end(family.get());
      log.warn(
          "User {} showed a refresh token that was used before; the sign-in {} ends.",
          shown.userId(),
          family.get());
      return new Exchange.Reused();
    }
    if (shown.expired()) {
      database
          .sql("delete from refresh_tokens where token_hash = :hash")
          .param("hash", hash)
          .update();
      return new Exchange.Expired();
    }
    database
        .sql(
            """
            update refresh_tokens set rotated_at = coalesce(rotated_at, now())
            where token_hash = :hash
            """)
        .param("hash", hash)
        .update();
    Duration life = Duration.ofSeconds((long) shown.lifeOfNext());
    return new Exchange.Renewed(shown.userId(), add(family.get(), life));
  }

  /** Signs the device out that has this token. */
  public void end(String value) {
    database
        .sql(
            """
            delete from token_families
            where id = (select family_id from refresh_tokens where token_hash = :hash)
            """)
        .param("hash", RefreshToken.hash(value))
        .update();
  }

  /** Signs a user out everywhere. */
  public void endAllOf(long userId) {
    database
        .sql("delete from token_families where user_id = :userId")
        .param("userId", userId)
        .update();
  }

  /** A used token is kept until it would have expired, so that its return is noticed. */
  @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
  void forgetExpired() {
    database.sql("delete from refresh_tokens where expires_at < now()").update();
    database
        .sql(
            """
            delete from token_families f where expires_at < now()
            or not exists (select from refresh_tokens t where t.family_id = f.id)
            """)
        .update();
  }

  /** Whoever uses a token of the family waits here, and then sees what the one before did. */
  private Optional<UUID> lockFamilyOf(String hash) {
    return database
        .sql(
            """
            select id from token_families
            where id = (select family_id from refresh_tokens where token_hash = :hash) for update
            """)
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }

  private Optional<Shown> find(String hash) {
    return database
        .sql(
            """
            select f.user_id,
              t.expires_at <= now() or f.expires_at <= now() as expired,
              coalesce(t.rotated_at < now() - make_interval(secs => :grace), false) as reused,
              ceil(extract(epoch from
                least(f.expires_at, now() + make_interval(secs => :life)) - now())) as life_of_next
            from refresh_tokens t join token_families f on f.id = t.family_id
            where t.token_hash = :hash
            """)
        .param("grace", GRACE.toSeconds())
        .param("life", TOKEN_LIFE.toSeconds())
        .param("hash", hash)
        .query(Shown.class)
        .optional();
  }

  private void end(UUID family) {
    database.sql("delete from token_families where id = :id").param("id", family).update();
  }

  private RefreshToken add(UUID family, Duration life) {
    RefreshToken token = RefreshToken.random(life);
    database
        .sql(
            """
            insert into refresh_tokens (token_hash, family_id, created_at, expires_at)
            values (:hash, :family, clock_timestamp(), now() + make_interval(secs => :life))
            """)
        .param("hash", token.hash())
        .param("family", family)
        .param("life", life.toSeconds())
        .update();
    database
        .sql(
            """
            delete from refresh_tokens where token_hash in (
              select token_hash from refresh_tokens
              where family_id = :family and rotated_at is null
              order by created_at desc offset :most)
            """)
        .param("family", family)
        .param("most", MOST_UNUSED)
        .update();
    return token;
  }
}
