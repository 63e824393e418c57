package dev.sagashop.identity.throttle;

import dev.sagashop.identity.throttle.Attempts.Count;
import dev.sagashop.identity.throttle.Attempts.Counter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Makes guessing passwords slow without keeping anybody out of their own account: strict for one
 * address at one account, looser for an account as a whole, and then not for an address from which
 * its owner signed in before.
 */
@Component
@EnableConfigurationProperties(ThrottleProperties.class)
public class Throttle {

  /** For how long an address counts as one that the owner of an account uses. */
  private static final Allowance KNOWN = new Allowance(1, Duration.ofDays(30));

  private static final Duration KNOWN_AT_LEAST = Duration.ofDays(29);

  /** Counted after the fact, failures could overtake the limit side by side; not more of them. */
  private static final int MOST_AT_ONCE = 20;

  private final Attempts attempts;
  private final ThrottleProperties limits;
  private final Map<String, Integer> running = new ConcurrentHashMap<>();

  Throttle(Attempts attempts, ThrottleProperties limits) {
    this.attempts = attempts;
    this.limits = limits;
  }

  /**
   * Counts a sign-in that fails, and lets one that succeeds start afresh.
   *
   * @param check who signed in; nobody if the credentials are wrong
   * @throws TooManyAttemptsException instead of the check
   */
  public <T> Optional<T> login(String email, String address, Supplier<Optional<T>> check) {
    String account = email.toLowerCase(Locale.ROOT);
    String client = ClientAddress.of(address);
    Counter here = Counter.of(limits.loginHere(), "login", account, client);
    Counter anywhere = Counter.of(limits.loginAnywhere(), "login", account);
    Counter fromAddress = Counter.of(limits.loginsFromAddress(), "logins from", client);
    Counter known = Counter.of(KNOWN, "known", account, client);

    Map<String, Count> counts = attempts.look(List.of(here, anywhere, fromAddress, known));
    refuseIfUsedUp(here, counts);
    refuseIfUsedUp(fromAddress, counts);
    if (!counts.containsKey(known.key())) {
      refuseIfUsedUp(anywhere, counts);
    }
    Optional<T> who = oneOfFew(here.key(), check);
    if (who.isPresent()) {
      // Not what the address did elsewhere: an own account would be a way to go on guessing.
      attempts.forget(List.of(here, anywhere));
      attempts.remember(known, KNOWN_AT_LEAST);
    } else {
      List.of(here, anywhere, fromAddress).forEach(attempts::add);
    }
    return who;
  }

  /**
   * @throws TooManyAttemptsException if the address registered too many
   */
  public void registration(String address) {
    consume(Counter.of(limits.registrations(), "registrations", ClientAddress.of(address)));
  }

  /**
   * @throws TooManyAttemptsException if the address asked about too many tokens
   */
  public void introspection(String address) {
    consume(Counter.of(limits.introspections(), "introspections", ClientAddress.of(address)));
  }

  private void consume(Counter counter) {
    Count count = attempts.add(counter);
    if (count.count() > counter.allowance().most()) {
      throw new TooManyAttemptsException(count.secondsLeft());
    }
  }

  private static void refuseIfUsedUp(Counter counter, Map<String, Count> counts) {
    Count count = counts.get(counter.key());
    if (count != null && count.count() >= counter.allowance().most()) {
      throw new TooManyAttemptsException(count.secondsLeft());
    }
  }

  private <T> T oneOfFew(String key, Supplier<T> check) {
    if (running.merge(key, 1, Integer::sum) > MOST_AT_ONCE) {
      leave(key);
      throw new TooManyAttemptsException(1);
    }
    try {
      return check.get();
    } finally {
      leave(key);
    }
  }

  private void leave(String key) {
    running.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }
}
