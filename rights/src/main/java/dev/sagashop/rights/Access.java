package dev.sagashop.rights;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call a route. */
public enum Access {
  /** Without a token too. */
  ANYBODY,
  /** Who has a token; the answer is about the caller. */
  SIGNED_IN,
  /** Whose thing it is, and the staff. The service tells owners from others. */
  OWNER_OR_STAFF,
  /** Support and admins. */
  STAFF,
  ADMIN;

  /**
   * As {@link dev.sagashop.platform.web.RouteRules.Rule} has it: null for everybody, empty for any
   * token, else one of these.
   */
  @Nullable Set<String> roles() {
    return switch (this) {
      case ANYBODY -> null;
      case SIGNED_IN, OWNER_OR_STAFF -> Set.of();
      case STAFF -> Set.of("ROLE_SUPPORT", "ROLE_ADMIN");
      case ADMIN -> Set.of("ROLE_ADMIN");
    };
  }
}
