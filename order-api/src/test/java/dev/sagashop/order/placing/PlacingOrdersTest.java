package dev.sagashop.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.Money;
import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.workflows.checkout.CheckoutRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PlacingOrdersTest extends OrderApiTest {

  @Autowired
  PlacingOrdersTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void storesTheOrderWithPricesAndTitlesOfTheCatalogue() {
    Answer answer =
        post(
            customer(),
            "/orders",
            """
            {"items":[{"productId":4,"quantity":2,"price":0.01},{"productId":6,"quantity":1},
                      {"productId":4,"quantity":1}], "unknown": true}
            """);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode order = answer.json();
    assertThat(order.path("id").asLong()).isPositive();
    assertThat(order.path("userId").asLong()).isEqualTo(CUSTOMER);
    assertThat(order.path("status").asString()).isEqualTo("CREATED");
    assertThat(answer.text()).contains("\"totalAmount\":84.97");
    assertThat(order.path("createdAt").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?");
    assertThat(order.path("items").size()).isEqualTo(3);
    JsonNode line = order.path("items").path(0);
    assertThat(line.path("productId").asLong()).isEqualTo(4);
    assertThat(line.path("quantity").asInt()).isEqualTo(2);
    assertThat(line.path("price").decimalValue()).isEqualByComparingTo("19.99");
    assertThat(line.path("title").asString()).isEqualTo("The Great Novel");
    assertThat(line.path("sku").asString()).isEqualTo("SKU-004");
  }

  @Test
  void takesNoOrderAtAPriceThatItsCustomerHasNotSeen() {
    String token = customer();
    String cart =
        """
        {"items":[{"productId":4,"quantity":2}], "expectedTotal": %s}
        """;
    long before = jdbc.sql("select count(*) from orders").query(Long.class).single();

    Answer refused = post(token, "/orders", cart.formatted("35.00"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("code").asString()).isEqualTo("PRICE_CHANGED");
    assertThat(refused.json().path("total").decimalValue()).isEqualByComparingTo("39.98");
    assertThat(jdbc.sql("select count(*) from orders").query(Long.class).single())
        .isEqualTo(before);

    assertThat(post(token, "/orders", cart.formatted("39.980")).status()).isEqualTo(200);
    assertThat(post(token, "/orders", cart.formatted("-1")).status()).isEqualTo(400);
  }

  @Test
  void tellsOfTheOrderInTheSameTransaction() {
    OrderId order = placed();

    assertThat(topics(order)).containsExactly("order-created");
    assertThat(payload(order))
        .isEqualTo(
            """
            {"orderId":%s,"userId":7,"totalAmount":64.98,\
            "items":[{"productId":4,"quantity":2},{"productId":6,"quantity":1}]}\
            """
                .formatted(order));
    assertThat(
            jdbc.sql("select type_id from outbox_events where aggregate_key = ?")
                .param(order.toString())
                .query(String.class)
                .single())
        .isEqualTo("orderCreatedEvent");
  }

  @Test
  void startsTheCheckoutSoonAfterTheAnswer() {
    OrderId order = placed();

    Awaitility.await().until(() -> !ENGINE.checkoutsOf(order).isEmpty());
    CheckoutRequest request = ENGINE.checkoutsOf(order).getFirst();
    assertThat(request.customerId()).isEqualTo(CUSTOMER);
    assertThat(request.total()).isEqualTo(Money.of(CART_TOTAL));
    assertThat(request.paymentDeadline()).isEqualTo(Duration.ofMinutes(15));
    assertThat(request.lines())
        .extracting(
            line -> line.sku().value() + " x " + line.quantity() + " at " + line.unitPrice())
        .containsExactly("SKU-004 x 2 at 19.99 USD", "SKU-006 x 1 at 25.00 USD");
  }

  @Test
  void passesTheTokenOfTheCallerOnToTheCatalogue() {
    String token = customer();

    post(token, "/orders", CART);

    assertThat(CATALOGUE.authorizations()).containsExactly("Bearer " + token);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          items[0].quantity  | {"items":[{"productId":4,"quantity":0}]}
          items[0].quantity  | {"items":[{"productId":4,"quantity":-1}]}
          items[0].quantity  | {"items":[{"productId":4,"quantity":2147483648}]}
          items[0].quantity  | {"items":[{"productId":4,"quantity":1.5}]}
          items[0].quantity  | {"items":[{"productId":4,"quantity":null}]}
          items[0].quantity  | {"items":[{"productId":4}]}
          items[0].quantity  | {"items":[{"productId":4,"quantity":"many"}]}
          items[1].quantity  | {"items":[{"productId":4,"quantity":1},{"productId":6,"quantity":0}]}
          items[0].productId | {"items":[{"productId":null,"quantity":1}]}
          items[0].productId | {"items":[{"quantity":1}]}
          items[0].productId | {"items":[{"productId":0,"quantity":1}]}
          items[0].productId | {"items":[{"productId":-4,"quantity":1}]}
          items[0].price     | {"items":[{"productId":4,"quantity":1,"price":-0.01}]}
          items[0]           | {"items":[null]}
          items              | {"items":[]}
          items              | {"items":null}
          items              | {}
          """)
  void refusesBadInputNamesTheFieldAndChangesNothing(String field, String body) {
    long before = rows();

    Answer answer = post(customer(), "/orders", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo(field);
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      {"items":[
      nothing
      null
      ''
      """)
  void refusesWhatIsNoOrderAtAll(String body) {
    long before = rows();

    Answer answer = post(customer(), "/orders", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isNotBlank();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void refusesMoreLinesThanAnOrderMayHave() {
    String line = "{\"productId\":4,\"quantity\":1}";
    String body = "{\"items\":[" + String.join(",", Collections.nCopies(101, line)) + "]}";

    Answer answer = post(customer(), "/orders", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).contains("at most 100");
  }

  @Test
  void refusesATotalThatNoBookCanHold() {
    long before = rows();
    CATALOGUE.sell(5, "Everything", "99999999999999999.99");

    Answer answer = post(customer(), "/orders", "{\"items\":[{\"productId\":5,\"quantity\":2}]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("TOTAL_TOO_LARGE");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void takesTheLargestTotal() {
    CATALOGUE.sell(5, "Everything", "99999999999999999.99");

    Answer answer = post(customer(), "/orders", "{\"items\":[{\"productId\":5,\"quantity\":1}]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("\"totalAmount\":99999999999999999.99");
  }

  @Test
  void namesTheProductThatDoesNotExist() {
    long before = rows();

    Answer answer =
        post(
            customer(),
            "/orders",
            "{\"items\":[{\"productId\":4,\"quantity\":1},{\"productId\":999,\"quantity\":1}]}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("PRODUCT_NOT_FOUND");
    assertThat(answer.message()).isEqualTo("Product not found with id: 999");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void refusesAProductThatIsNotForSale() {
    CATALOGUE.withdraw(4);
    long before = rows();

    Answer answer = post(customer(), "/orders", CART);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("PRODUCT_NOT_AVAILABLE");
    assertThat(answer.message()).isEqualTo("Product is not available for ordering: 4");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void asksTheCatalogueAgainAfterAFault() {
    CATALOGUE.failWith(500, 503);

    assertThat(post(customer(), "/orders", CART).status()).isEqualTo(200);
    assertThat(CATALOGUE.authorizations()).hasSize(3);
  }

  @Test
  void storesNothingWhileTheCatalogueIsAway() {
    CATALOGUE.failWith(500, 502, 503);
    long before = rows();

    Answer answer = post(customer(), "/orders", CART);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("CATALOG_UNAVAILABLE");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(CATALOGUE.authorizations()).hasSize(3);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void doesNotInsistWhenTheCatalogueRefuses() {
    CATALOGUE.failWith(403);

    Answer answer = post(customer(), "/orders", CART);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("CATALOG_REFUSED");
    assertThat(CATALOGUE.authorizations()).hasSize(1);
  }

  @Test
  void needsAToken() {
    assertThat(post(null, "/orders", CART).status()).isEqualTo(401);
    assertThat(post("nonsense", "/orders", CART).status()).isEqualTo(401);
  }

  @Test
  void keepsTheFirstEntryOfTheTimeline() {
    OrderId order = placed();

    List<String> entries =
        jdbc.sql("select actor || ' ' || what from order_timeline where order_id = ?")
            .param(order.value())
            .query(String.class)
            .list();

    assertThat(entries).containsExactly("user 7 placed");
  }

  @Test
  void givesLinesOfTheSameProductTheirOwnRows() {
    Answer answer =
        post(
            customer(),
            "/orders",
            "{\"items\":[{\"productId\":4,\"quantity\":1},{\"productId\":4,\"quantity\":2}]}");

    assertThat(answer.json().path("items").size()).isEqualTo(2);
    assertThat(answer.json().path("totalAmount").decimalValue())
        .isEqualByComparingTo(new BigDecimal("59.97"));
  }

  private String payload(OrderId order) {
    return jdbc.sql("select payload from outbox_events where aggregate_key = ?")
        .param(order.toString())
        .query(String.class)
        .single();
  }
}
