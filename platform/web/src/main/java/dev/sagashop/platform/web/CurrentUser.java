package dev.sagashop.platform.web;

import java.util.Set;

/**
 * Who calls, as the verified token says. Controllers take it as a parameter.
 *
 * @param userId claim {@code userId}, the number of the user
 * @param subject claim {@code sub}
 * @param roles claim {@code roles}, among them {@code ROLE_CUSTOMER}, {@code ROLE_SUPPORT}, {@code
 *     ROLE_ADMIN}
 */
public record CurrentUser(long userId, String subject, Set<String> roles) {

  public CurrentUser {
    roles = Set.copyOf(roles);
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  public boolean isAdmin() {
    return hasRole("ROLE_ADMIN");
  }
}
