package dev.sagashop.platform.operations;

import dev.sagashop.platform.outbox.operating.Decision;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The body of every action.
 *
 * @param again repeats a replay that was done before; only replays know it
 */
record OperatorAction(
    @NotBlank @Size(max = Decision.LONGEST_REASON) String reason, @Nullable Boolean again) {

  boolean isAgain() {
    return Boolean.TRUE.equals(again);
  }

  /** The token was verified, so its claims are there. */
  Decision by(Jwt token) {
    Number userId = Objects.requireNonNull(token.<Number>getClaim("userId"), "claim userId");
    String email = token.getClaimAsString("email");
    return new Decision(
        userId.longValue(),
        email == null ? Objects.requireNonNull(token.getSubject(), "claim sub") : email,
        reason);
  }
}
