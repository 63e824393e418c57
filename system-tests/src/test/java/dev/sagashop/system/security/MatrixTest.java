package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.rights.Access;
import dev.sagashop.rights.Right;
import dev.sagashop.rights.Rights;
import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.Orders;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;

/**
 * Every route for every kind of caller, past the gateway, because a service that trusts it would be
 * open to whoever gets past. A call that is allowed brings an order that exists but an empty body:
 * it must be answered as documented, and change nothing that matters.
 */
class MatrixTest {

  private static final RunningShop SHOP = RunningShop.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Visitor OWNER = Visitor.newCustomer(SHOP);
  private static final long ORDER =
      Orders.place(OWNER, Orders.product(Visitor.admin(SHOP), "10.00", 1), 1);

  /** In the order in which they call: whoever may change something comes last. */
  enum Caller {
    NOBODY(() -> Optional.empty()),
    CUSTOMER(() -> Optional.of(Visitor.newCustomer(SHOP))),
    SUPPORT(() -> Optional.of(Visitor.support(SHOP))),
    OWNER(() -> Optional.of(MatrixTest.OWNER)),
    ADMIN(() -> Optional.of(Visitor.admin(SHOP)));

    @SuppressWarnings("ImmutableEnumChecker") // asked once, when the first test runs
    private final Supplier<Optional<Visitor>> visitor;

    Caller(Supplier<Optional<Visitor>> visitor) {
      this.visitor = visitor;
    }
  }

  private static final Map<Caller, Optional<String>> TOKENS =
      Arrays.stream(Caller.values())
          .collect(
              Collectors.toMap(
                  Function.identity(), caller -> caller.visitor.get().map(Visitor::token)));

  private static final Map<String, Api.Operation> OPERATIONS =
      Api.operations().stream()
          .collect(Collectors.toMap(Api.Operation::toString, Function.identity()));

  @AfterAll
  static void theBooksAreStillRight() {
    new Books(SHOP).balance();
  }

  @TestFactory
  Stream<DynamicTest> everyRouteForEveryCaller() {
    return Rights.all().stream()
        .flatMap(
            right ->
                Arrays.stream(Caller.values())
                    .map(
                        caller ->
                            DynamicTest.dynamicTest(
                                right + ", called by " + caller, () -> check(right, caller))));
  }

  private static void check(Right right, Caller caller) {
    int status = call(right, caller);
    Set<Integer> documented = documented(right);
    switch (right.access()) {
      case ANYBODY -> assertThat(status).isIn(documented).isNotEqualTo(403);
      case SIGNED_IN -> {
        if (caller == Caller.NOBODY) {
          assertThat(status).isEqualTo(401);
        } else {
          assertAllowed(status, documented);
        }
      }
      case OWNER_OR_STAFF -> {
        switch (caller) {
          case NOBODY -> assertThat(status).isEqualTo(401);
          case CUSTOMER ->
              assertThat(status).isEqualTo(right.method().equals(HttpMethod.GET) ? 404 : 403);
          case OWNER, SUPPORT, ADMIN -> {
            assertAllowed(status, documented);
            assertThat(status).isNotEqualTo(404);
          }
        }
      }
      case STAFF, ADMIN -> {
        boolean allowed =
            caller == Caller.ADMIN || (caller == Caller.SUPPORT && right.access() == Access.STAFF);
        if (allowed) {
          assertAllowed(status, documented);
        } else {
          assertThat(status).isEqualTo(caller == Caller.NOBODY ? 401 : 403);
        }
      }
    }
  }

  private static Set<Integer> documented(Right right) {
    String route = "%s: %s %s".formatted(right.service(), right.method(), right.path());
    Api.Operation operation = OPERATIONS.get(route);
    if (operation == null) {
      throw new IllegalStateException(route + " is not described under docs/api");
    }
    return operation.answers();
  }

  private static void assertAllowed(int status, Set<Integer> documented) {
    assertThat(status).isIn(documented).isNotIn(401, 403).isLessThan(500);
  }

  private static int call(Right right, Caller caller) {
    URI uri = SHOP.service(right.service()).resolve(path(right.path()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(
                right.method().name(),
                right.method().equals(HttpMethod.GET)
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString("{}"));
    TOKENS
        .getOrDefault(caller, Optional.empty())
        .ifPresent(token -> request.header("Authorization", "Bearer " + token));
    try {
      // The body is not read: that of a stream of events does not end.
      HttpResponse<InputStream> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException("no answer to " + right, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling " + right, e);
    }
  }

  /** The order is there; of everything else, something that is not. */
  private static String path(String pattern) {
    return pattern
        .replaceFirst("^/orders/\\{id}", "/orders/" + ORDER)
        .replace("{workflowId}", "checkout-" + ORDER)
        .replace("{topic}", "payment-success.DLT")
        .replaceAll("\\{[^}]+}", "999999");
  }
}
