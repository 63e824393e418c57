package dev.sagashop.rights;

import static dev.sagashop.rights.Access.ADMIN;
import static dev.sagashop.rights.Access.ANYBODY;
import static dev.sagashop.rights.Access.OWNER_OR_STAFF;
import static dev.sagashop.rights.Access.SIGNED_IN;
import static dev.sagashop.rights.Access.STAFF;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.sagashop.platform.web.RouteRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * The table. A route without a row needs a token and fails the build; {@code docs/security.md}
 * shows the same rows. Where two rows match a path, the first one holds: write {@code /users/me}
 * above {@code /users/{id}}.
 */
public final class Rights {

  private static final List<Right> TABLE = new ArrayList<>();

  static {
    identity();
    catalogue();
    stock();
    orders();
    payments();
    operations("order-service");
    operations("inventory-service");
    operations("payment-service");
  }

  private Rights() {}

  private static void identity() {
    var users = rowsOf("user-service");
    users.add(POST, "/auth/register", ANYBODY);
    users.add(POST, "/auth/login", ANYBODY);
    users.add(POST, "/auth/refresh-token", ANYBODY);
    users.add(POST, "/auth/logout", ANYBODY);
    users.add(POST, "/auth/introspect", ANYBODY);
    users.add(GET, "/auth/keys", ADMIN);
    users.add(POST, "/auth/keys/rotate", ADMIN);
    users.add(GET, "/.well-known/jwks.json", ANYBODY);
    users.add(GET, "/users", STAFF);
    users.add(GET, "/users/me", SIGNED_IN);
    users.add(GET, "/users/{id}", STAFF);
    users.add(POST, "/users/batch", STAFF);
    users.add(PUT, "/users/{id}/role", ADMIN);
    users.add(GET, "/users/{id}/role-changes", ADMIN);
  }

  private static void catalogue() {
    var catalogue = rowsOf("product-service");
    catalogue.add(GET, "/products", ANYBODY);
    catalogue.add(GET, "/products/search", ANYBODY);
    catalogue.add(GET, "/products/batch", ANYBODY);
    catalogue.add(GET, "/products/images/{file}", ANYBODY);
    catalogue.add(GET, "/products/{id}", ANYBODY);
    catalogue.add(GET, "/products/{id}/prices", STAFF);
    catalogue.add(POST, "/products", ADMIN);
    catalogue.add(PUT, "/products/{id}", ADMIN);
    catalogue.add(DELETE, "/products/{id}", ADMIN);
    catalogue.add(POST, "/products/{id}/images", ADMIN);
    catalogue.add(PUT, "/products/{id}/images", ADMIN);
    catalogue.add(DELETE, "/products/{id}/images/{imageId}", ADMIN);
    catalogue.add(GET, "/categories", ANYBODY);
    catalogue.add(GET, "/categories/{id}", ANYBODY);
    catalogue.add(POST, "/categories", ADMIN);
    catalogue.add(PUT, "/categories/{id}", ADMIN);
    catalogue.add(DELETE, "/categories/{id}", ADMIN);
  }

  private static void stock() {
    var stock = rowsOf("inventory-service");
    stock.add(GET, "/inventory/availability", ANYBODY);
    stock.add(POST, "/inventory/batch", SIGNED_IN);
    stock.add(GET, "/inventory", STAFF);
    stock.add(GET, "/inventory/stock", STAFF);
    stock.add(GET, "/inventory/stock/{productId}", STAFF);
    stock.add(GET, "/inventory/movements", STAFF);
    stock.add(GET, "/inventory/reservations/{orderId}", STAFF);
    stock.add(GET, "/inventory/events", STAFF);
    stock.add(GET, "/inventory/releases", STAFF);
    stock.add(GET, "/inventory/releases/cursor", STAFF);
    stock.add(GET, "/inventory/releases/export", STAFF);
    stock.add(GET, "/inventory/releases/summary", STAFF);
    stock.add(POST, "/inventory/add", ADMIN);
    stock.add(POST, "/inventory/set", ADMIN);
    stock.add(POST, "/inventory/adjust", ADMIN);
    stock.add(POST, "/inventory/reserve", ADMIN);
    stock.add(POST, "/inventory/confirm/{orderId}", ADMIN);
    stock.add(POST, "/inventory/release/{orderId}", ADMIN);
  }

  private static void orders() {
    var orders = rowsOf("order-service");
    orders.add(POST, "/orders", SIGNED_IN);
    orders.add(GET, "/orders", STAFF);
    orders.add(GET, "/orders/my-orders", SIGNED_IN);
    orders.add(GET, "/orders/user/{userId}", STAFF);
    orders.add(GET, "/orders/summary", STAFF);
    orders.add(GET, "/orders/export", STAFF);
    orders.add(GET, "/orders/{id}", OWNER_OR_STAFF);
    orders.add(GET, "/orders/{id}/timeline", OWNER_OR_STAFF);
    orders.add(GET, "/orders/{id}/events", OWNER_OR_STAFF);
    orders.add(POST, "/orders/{id}/cancel", OWNER_OR_STAFF);
    orders.add(POST, "/orders/{id}/deliver", ADMIN);
    orders.add(POST, "/orders/{id}/refunds", STAFF);
    orders.add(POST, "/orders/{id}/refunds/{refundId}/retry", STAFF);
    orders.add(POST, "/orders/{id}/refunds/{refundId}/resolve", STAFF);
    orders.add(GET, "/operations/sagas", STAFF);
    orders.add(GET, "/operations/events", STAFF);
    orders.add(GET, "/operations/links", STAFF);
    orders.add(POST, "/operations/sagas/{workflowId}/retry", STAFF);
    orders.add(POST, "/operations/sagas/{workflowId}/resolve", STAFF);
    orders.add(POST, "/operations/sagas/{workflowId}/restart", STAFF);
    orders.add(GET, "/operations/dead-letters", ADMIN);
    orders.add(GET, "/operations/dead-letters/{topic}/{partition}/{offset}", ADMIN);
    orders.add(POST, "/operations/dead-letters/{topic}/{partition}/{offset}/replay", ADMIN);
    orders.add(POST, "/operations/dead-letters/{topic}/{partition}/{offset}/discard", ADMIN);
  }

  private static void operations(String service) {
    var outbox = rowsOf(service);
    outbox.add(GET, "/operations/outbox", ADMIN);
    outbox.add(GET, "/operations/outbox/{id}", ADMIN);
    outbox.add(POST, "/operations/outbox/{id}/requeue", ADMIN);
    outbox.add(POST, "/operations/outbox/{id}/discard", ADMIN);
  }

  private static void payments() {
    var payments = rowsOf("payment-service");
    payments.add(GET, "/payments", STAFF);
    payments.add(POST, "/payments/initiate", ADMIN);
    payments.add(GET, "/payments/simulator", ADMIN);
    payments.add(PUT, "/payments/simulator", ADMIN);
    payments.add(GET, "/payments/simulator/journal", ADMIN);
  }

  private interface Rows {
    void add(HttpMethod method, String path, Access access);
  }

  private static Rows rowsOf(String service) {
    return (method, path, access) -> TABLE.add(new Right(service, method, path, access));
  }

  public static List<Right> all() {
    return List.copyOf(TABLE);
  }

  /**
   * What a service enforces.
   *
   * @param service its {@code spring.application.name}; one without rows has no public route
   */
  static RouteRules rulesOf(String service) {
    return new RouteRules(
        TABLE.stream()
            .filter(right -> right.service().equals(service))
            .map(right -> new RouteRules.Rule(right.method(), right.path(), right.access().roles()))
            .toList());
  }
}
