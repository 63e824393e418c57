package dev.sagashop.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.system.shop.Books;
import dev.sagashop.system.shop.RunningShop;
import dev.sagashop.system.shop.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that nobody thought of: none is answered by a fault, none by a status that the
 * description does not know. A few for each route, many with {@code ./shop test --full}.
 */
class SchemathesisTest {

  private static final Logger log = LoggerFactory.getLogger(SchemathesisTest.class);
  private static final int EXAMPLES = Boolean.getBoolean("sagashop.full") ? 500 : 4;

  private static final List<String> SERVICES =
      List.of(
          "user-service",
          "product-service",
          "inventory-service",
          "order-service",
          "payment-service");

  private final RunningShop shop = RunningShop.shared();

  @AfterAll
  static void theBooksAreStillRight() {
    new Books(RunningShop.shared()).balance();
  }

  @TestFactory
  Stream<DynamicTest> everyServiceAnswersAsDescribed() {
    Schemathesis program = Schemathesis.find();
    // Asked for before the first run: what is sent to the sign-in uses up what one address may try.
    Map<String, Optional<String>> callers = new LinkedHashMap<>();
    callers.put("nobody", Optional.empty());
    callers.put("a customer", Optional.of(Visitor.newCustomer(shop).token()));
    callers.put("an admin", Optional.of(Visitor.admin(shop).token()));
    return SERVICES.stream()
        .flatMap(
            service ->
                callers.entrySet().stream()
                    .map(
                        caller ->
                            DynamicTest.dynamicTest(
                                service + " asked by " + caller.getKey(),
                                () -> check(program, service, caller.getValue()))));
  }

  private void check(Schemathesis program, String service, Optional<String> token) {
    Schemathesis.Outcome outcome =
        program.run(
            Api.folder().resolve(service + ".json"), shop.service(service), token, EXAMPLES);

    log.info("{}: {} requests", service, outcome.requests());
    assertThat(outcome.passed()).as(outcome.printed()).isTrue();
    assertThat(outcome.requests()).isPositive();
  }
}
