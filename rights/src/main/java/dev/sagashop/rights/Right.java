package dev.sagashop.rights;

import org.springframework.http.HttpMethod;

/**
 * A row of the table.
 *
 * @param service its {@code spring.application.name}
 * @param path as in the controller: {@code /orders/{id}}
 */
public record Right(String service, HttpMethod method, String path, Access access) {

  @Override
  public String toString() {
    return "%s: %s %s for %s".formatted(service, method, path, access);
  }
}
