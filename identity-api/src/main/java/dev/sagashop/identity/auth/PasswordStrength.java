package dev.sagashop.identity.auth;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Refuses what is guessed first: the common passwords and words in all their spellings, patterns on
 * the keyboard, and what others know about the user. No rules about digits and capitals, which make
 * passwords hard to remember and not hard to guess.
 */
@Component
class PasswordStrength {

  /** Of 0 to 4; below, a million tries suffice. */
  private static final int LOWEST_SCORE = 2;

  private static final String SHOP = "sagashop";

  /** Enough to tell; the work grows with the square of the length. */
  private static final int LONGEST_LOOK = 50;

  /** Its dictionaries are large: nobody waits for them at the start. */
  private final CompletableFuture<Zxcvbn> estimator = CompletableFuture.supplyAsync(Zxcvbn::new);

  /**
   * @throws WeakPasswordException if somebody would guess it
   */
  void require(RegistrationRequest registration) {
    List<String> known =
        Stream.of(
                Stream.of(SHOP, registration.email()),
                Stream.of(registration.email().split("[@.+_-]")),
                Stream.of(registration.firstName(), registration.lastName()))
            .flatMap(words -> words)
            .filter(word -> !word.isBlank())
            .toList();
    String password = registration.password();
    String begin = password.substring(0, Math.min(password.length(), LONGEST_LOOK));
    if (estimator.join().measure(begin, known).getScore() < LOWEST_SCORE) {
      throw new WeakPasswordException();
    }
  }
}
