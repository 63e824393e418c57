package dev.sagashop.order.placing;

import dev.sagashop.platform.web.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header with which a client makes its request repeatable. */
public record IdempotencyKey(String value) {

  public static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 128;

  /** Null if the client sent none, which this shape of the request allows. */
  public static @Nullable IdempotencyKey parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String key = header.strip();
    if (key.isEmpty() || key.length() > LONGEST) {
      throw new InvalidOrder(
          List.of(
              new FieldProblem(
                  HEADER,
                  "must have 1 to %d characters but has %d".formatted(LONGEST, key.length()))));
    }
    return new IdempotencyKey(key);
  }
}
