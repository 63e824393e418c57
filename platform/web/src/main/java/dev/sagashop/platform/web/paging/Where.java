package dev.sagashop.platform.web.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list. Only what a client asked for becomes part of the statement, because
 * "{@code :status is null or status = :status}" hides the index from the planner.
 */
public final class Where {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  /** Nothing if the value is null. */
  public Where and(String condition, String param, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      params.put(param, value);
    }
    return this;
  }

  public Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** A further value of a condition. */
  public Where param(String name, Object value) {
    params.put(name, value);
    return this;
  }

  /** With its keyword and blanks around it; empty when everything is wanted. */
  public String sql() {
    return conditions.isEmpty() ? " " : " where " + String.join(" and ", conditions) + " ";
  }

  public Map<String, Object> params() {
    return Map.copyOf(params);
  }
}
