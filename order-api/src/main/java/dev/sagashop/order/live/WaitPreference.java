package dev.sagashop.order.live;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a client wishes an answer to wait for the outcome (RFC 7240, {@code wait}). */
public record WaitPreference(Duration duration) {

  public static final String HEADER = "Prefer";
  public static final String APPLIED_HEADER = "Preference-Applied";

  /** Below the time after which proxies give up on a silent service. */
  static final int MOST_SECONDS = 20;

  /** Longer numbers are no seconds that anybody means. */
  private static final Pattern WAIT =
      Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED_WAIT =
      Pattern.compile("wait\\s*([=;].*)?", Pattern.CASE_INSENSITIVE);

  /**
   * Null if the client wishes no wait. Of several the first one counts; one that is not a number of
   * seconds is ignored, as the RFC demands.
   *
   * @param headers the lines of the header {@code Prefer}
   */
  public static @Nullable WaitPreference of(List<String> headers) {
    for (String header : headers) {
      for (String part : header.split(",", -1)) {
        String preference = part.strip();
        if (NAMED_WAIT.matcher(preference).matches()) {
          return parse(preference);
        }
      }
    }
    return null;
  }

  private static @Nullable WaitPreference parse(String preference) {
    Matcher wait = WAIT.matcher(preference);
    return wait.matches()
        ? new WaitPreference(
            Duration.ofSeconds(Math.min(Integer.parseInt(wait.group(1)), MOST_SECONDS)))
        : null;
  }

  /** What was done, for the header {@link #APPLIED_HEADER}. */
  public String applied() {
    return "wait=" + duration.toSeconds();
  }
}
