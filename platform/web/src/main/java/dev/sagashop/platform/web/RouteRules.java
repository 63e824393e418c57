package dev.sagashop.platform.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may call what. A service declares a bean of this type, and so may a starter, with the
 * annotation {@code @Order}, for routes of its own; the first rule that matches wins, and what no
 * rule names needs a token.
 */
public record RouteRules(List<Rule> rules) {

  public RouteRules {
    rules = List.copyOf(rules);
  }

  public static RouteRules of(Rule... rules) {
    return new RouteRules(List.of(rules));
  }

  /**
   * @param method null for every method
   * @param pattern path pattern as in controllers
   * @param access null for everybody, without a token; empty for any token; else one of these roles
   */
  public record Rule(@Nullable HttpMethod method, String pattern, @Nullable Set<String> access) {}

  public static Rule everybody(HttpMethod method, String pattern) {
    return new Rule(method, pattern, null);
  }

  public static Rule everybody(String pattern) {
    return new Rule(null, pattern, null);
  }

  public static Rule role(HttpMethod method, String pattern, String... roles) {
    return new Rule(method, pattern, Set.of(roles));
  }

  public static Rule role(String pattern, String... roles) {
    return new Rule(null, pattern, Set.of(roles));
  }
}
