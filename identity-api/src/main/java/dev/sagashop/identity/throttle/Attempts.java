package dev.sagashop.identity.throttle;

import dev.sagashop.identity.Sha256;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counters in fixed windows of time, in the database, so that all replicas count together. A fixed
 * window ends whatever happens in it: nobody is kept out by being attacked on and on.
 */
@Component
class Attempts {

  private final JdbcClient database;

  Attempts(JdbcClient database) {
    this.database = database;
  }

  /**
   * Something that is counted.
   *
   * @param key a hash, because what people type in a hurry may be a secret
   */
  record Counter(String key, Allowance allowance) {

    static Counter of(Allowance allowance, String... parts) {
      return new Counter(Sha256.hex(String.join("\n", parts)), allowance);
    }
  }

  /**
   * @param secondsLeft of the window
   */
  record Count(String key, int count, long secondsLeft) {}

  /** The windows that have not ended, by key. */
  Map<String, Count> look(Collection<Counter> counters) {
    return database
        .sql(
            """
            select key, count, ceil(extract(epoch from ends_at - now()))::bigint as seconds_left
            from attempts where key in (:keys) and ends_at > now()
            """)
        .param("keys", counters.stream().map(Counter::key).toList())
        .query(Count.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Count::key, Function.identity()));
  }

  Count add(Counter counter) {
    return database
        .sql(
            """
            insert into attempts (key, count, ends_at)
            values (:key, 1, now() + make_interval(secs => :window))
            on conflict (key) do update set
              count = case when attempts.ends_at <= now() then 1 else attempts.count + 1 end,
              ends_at = case when attempts.ends_at <= now() then excluded.ends_at
                        else attempts.ends_at end
            returning key, count, ceil(extract(epoch from ends_at - now()))::bigint as seconds_left
            """)
        .param("key", counter.key())
        .param("window", counter.allowance().window().toSeconds())
        .query(Count.class)
        .single();
  }

  void forget(List<Counter> counters) {
    database
        .sql("delete from attempts where key in (:keys)")
        .param("keys", counters.stream().map(Counter::key).toList())
        .update();
  }

  /** Remembers that something happened, for a while; seldom written, because it happens often. */
  void remember(Counter counter, Duration atLeast) {
    database
        .sql(
            """
            insert into attempts (key, count, ends_at)
            values (:key, 0, now() + make_interval(secs => :window))
            on conflict (key) do update set ends_at = excluded.ends_at
            where attempts.ends_at < now() + make_interval(secs => :atLeast)
            """)
        .param("key", counter.key())
        .param("window", counter.allowance().window().toSeconds())
        .param("atLeast", atLeast.toSeconds())
        .update();
  }

  @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
  void forgetEnded() {
    database.sql("delete from attempts where ends_at < now()").update();
  }
}
