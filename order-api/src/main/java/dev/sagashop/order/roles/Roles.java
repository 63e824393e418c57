package dev.sagashop.order.roles;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Reads the roles of this process. */
final class Roles {

  static final String PROPERTY = "sagashop.order.roles";

  private Roles() {}

  static Set<Role> of(Environment environment) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name :
        StringUtils.commaDelimitedListToStringArray(
            environment.getProperty(PROPERTY, "api,worker"))) {
      roles.add(role(name.strip()));
    }
    if (roles.isEmpty()) {
      throw new IllegalStateException(PROPERTY + " is empty, expected api, worker or api,worker");
    }
    return roles;
  }

  private static Role role(String name) {
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
        return role;
      }
    }
    throw new IllegalStateException(
        "%s names the role '%s', expected api, worker or api,worker".formatted(PROPERTY, name));
  }
}
