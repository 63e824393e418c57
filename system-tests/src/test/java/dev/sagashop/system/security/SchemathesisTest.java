package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests that nobody thought of: none is answered by a fault, none by a status that the
 * description does not know. A few for each route, many with {@code ./shop test --full}.
 */
class SchemathesisTest {

  private static final int EXAMPLES = Boolean.getBoolean("sagashop.full") ? 500 : 4;

  private final RunningShop shop = RunningShop.shared();

  @AfterAll
  static void theBooksAreStillRight() {
    new Books(RunningShop.shared()).balance();
  }

  @TestFactory
  Stream<DynamicTest> everyServiceAnswersAsDescribed() {
    Schemathesis program = Schemathesis.find();
    return Stream.of(
            "user-service",
            "product-service",
            "inventory-service",
            "order-service",
            "payment-service")
        .flatMap(
            service ->
                Stream.of("nobody", "a customer", "an admin")
                    .map(
                        caller ->
                            DynamicTest.dynamicTest(
                                service + " asked by " + caller,
                                () -> check(program, service, caller))));
  }

  private void check(Schemathesis program, String service, String caller) {
    Schemathesis.Outcome outcome =
        program.run(
            Api.folder().resolve(service + ".json"),
            shop.service(service),
            token(caller),
            EXAMPLES);

    System.out.printf("%s asked by %s: %d requests%n", service, caller, outcome.requests());
    assertThat(outcome.passed()).as(outcome.printed()).isTrue();
    assertThat(outcome.requests()).isPositive();
  }

  private Optional<String> token(String caller) {
    return switch (caller) {
      case "nobody" -> Optional.empty();
      case "a customer" -> Optional.of(Visitor.newCustomer(shop).token());
      case "an admin" -> Optional.of(Visitor.admin(shop).token());
      default -> throw new IllegalArgumentException(caller + " is not one of " + List.of("nobody", "a customer", "an admin"));
    };
  }
}
