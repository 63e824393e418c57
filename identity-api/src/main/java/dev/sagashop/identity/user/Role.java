package dev.sagashop.identity.user;

import java.util.List;

/** The main role of a user; the names are the ones stored and sent. */
public enum Role {
  ROLE_CUSTOMER,
  ROLE_SUPPORT,
  ROLE_ADMIN;

  /** All role names that a token of such a user carries, the main role first. */
  public List<String> granted() {
    return switch (this) {
      case ROLE_CUSTOMER -> List.of(name(), "buyer");
      case ROLE_SUPPORT -> List.of(name(), "support", "buyer");
      case ROLE_ADMIN -> List.of(name(), "admin", "buyer");
    };
  }
}
