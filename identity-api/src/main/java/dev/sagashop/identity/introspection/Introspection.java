package dev.sagashop.identity.introspection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a token.
 *
 * @param userId the external id, as in the claim {@code sub}
 * @param reason null exactly when the token is active
 */
record Introspection(
    boolean active,
    @Nullable String userId,
    List<String> roles,
    @Nullable Instant expiresAt,
    @Nullable Reason reason) {

  static Introspection active(String userId, List<String> roles, Instant expiresAt) {
    return new Introspection(true, userId, roles, expiresAt, null);
  }

  static Introspection inactive(Reason reason) {
    return new Introspection(false, null, List.of(), null, reason);
  }
}
