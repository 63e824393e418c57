package dev.sagashop.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a client must send for a Java type, in words. */
final class TypeNames {

  private TypeNames() {}

  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number between -2147483648 and 2147483647";
    }
    if (type == long.class || type == Long.class) {
      return "a whole number between -9223372036854775808 and 9223372036854775807";
    }
    if (type == BigDecimal.class || type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == UUID.class) {
      return "a UUID such as 123e4567-e89b-12d3-a456-426614174000";
    }
    if (type == Instant.class) {
      return "a time such as 2026-01-31T12:00:00Z";
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-01-31";
    }
    if (type == LocalDateTime.class) {
      return "a time such as 2026-01-31T12:00:00";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
