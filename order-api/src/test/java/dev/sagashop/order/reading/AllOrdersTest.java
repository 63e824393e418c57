package dev.sagashop.order.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.order.book.OrderStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllOrdersTest extends OrderApiTest {

  private static final String HEADER =
      "id,createdAt,status,userId,totalAmount,refundedAmount,items";

  @Autowired
  AllOrdersTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void sumsWhatWasPaidAndWhatWentBack() {
    onlyOf("2021-02-01T00:00:00Z", placed());
    OrderId sold = paid();
    onlyOf("2021-02-01T23:59:59.999999Z", sold);
    onlyOf("2021-02-03T00:00:00Z", paid());
    onlyOf("2021-02-03T00:00:00.000001Z", paid());
    refunded(sold, "10.00", "SUCCEEDED");
    refunded(sold, "5.00", "SUCCEEDED");
    refunded(sold, "1.00", "REQUESTED");

    Answer answer =
        get(support(), "/orders/summary?from=2021-02-01T00:00:00Z&to=2021-02-03T00:00:00Z");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"currency": "USD",
                     "from": "2021-02-01T00:00:00Z", "to": "2021-02-03T00:00:00Z",
                     "byStatus": {"CREATED": 1, "PLACED": 0, "PAYMENT_PENDING": 0, "PAID": 2,
                                  "REFUND_PENDING": 0, "REFUND_FAILED": 0, "CANCELLED": 0,
                                  "DELIVERED": 0},
                     "gross": 129.96, "refunded": 15.00, "net": 114.96,
                     "days": [{"day": "2021-02-01", "orders": 2, "net": 49.98},
                              {"day": "2021-02-02", "orders": 0, "net": 0.00},
                              {"day": "2021-02-03", "orders": 1, "net": 64.98}]}
                    """));
    jdbc.sql("update refunds set status = 'REQUESTED' where order_id = ?")
        .param(sold.value())
        .update();
  }

  @Test
  void sumsTheLastThirtyDaysUnlessTold() {
    JsonNode before = get(admin(), "/orders/summary").json();
    OrderId old = placed();
    jdbc.sql("update orders set created_at = now() - interval '31 days' where id = ?")
        .param(old.value())
        .update();
    paid();

    JsonNode after = get(admin(), "/orders/summary").json();

    assertThat(after.path("days")).hasSize(31);
    assertThat(after.path("byStatus").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(OrderStatus.values()).map(Enum::name).toList());
    assertThat(after.path("net").decimalValue().subtract(before.path("net").decimalValue()))
        .isEqualByComparingTo(CART_TOTAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2024-01-01T00:00:00Z&to=2025-01-01T00:00:01Z",
        "from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z",
        "from=2020-01-01T00:00:00Z",
        "from=9000-01-01T00:00:00Z",
        "to=-999999999-01-01T00:00:00Z",
        "to=0000-01-01T00:00:00Z"
      })
  void refusesRangesThatAreTooLongOrNone(String query) {
    Answer answer = get(admin(), "/orders/summary?" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_RANGE");
  }

  @Test
  void sumsALeapYear() {
    Answer answer =
        get(admin(), "/orders/summary?from=2024-01-01T00:00:00Z&to=2024-12-31T23:59:59Z");

    assertThat(answer.json().path("days")).hasSize(366);
  }

  @Test
  void exportsTheNewestFirst() {
    OrderId older = paid();
    OrderId newer = placed();
    onlyOf("2021-03-01T12:00:00Z", older);
    onlyOf("2021-03-02T12:00:00.5Z", newer);
    refunded(older, "10.00", "SUCCEEDED");
    jdbc.sql(
            "update order_items set title = 'Novel, \"new\"' where order_id = ? and product_id = 4")
        .param(newer.value())
        .update();
    String march = "/orders/export?from=2021-03-01T00:00:00Z&to=2021-03-31T00:00:00Z";

    Answer answer = get(support(), march);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"orders.csv\"");
    assertThat(answer.text().lines())
        .satisfiesExactly(
            header -> assertThat(header).isEqualTo(HEADER),
            first ->
                assertThat(first)
                    .startsWith(newer + ",2021-03-02T12:00:00.500Z,CREATED,7,64.98,0.00,\"")
                    .contains("2 x Novel, \"\"new\"\"; 1 x "),
            second ->
                assertThat(second)
                    .startsWith(older + ",2021-03-01T12:00:00Z,PAID,7,64.98,10.00,2 x "));
    assertThat(get(admin(), march + "&limit=1").text().lines()).hasSize(2);
    assertThat(get(admin(), march + "&status=PAID").text().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(older + ",");
    assertThat(get(admin(), march + "&userId=4711").text()).isEqualTo(HEADER + "\n");
    jdbc.sql("update refunds set status = 'REQUESTED' where order_id = ?")
        .param(older.value())
        .update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=10001",
        "status=LOST",
        "userId=0",
        "from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z"
      })
  void refusesWhatItCannotExport(String query) {
    assertThat(get(admin(), "/orders/export?" + query).status()).isEqualTo(400);
  }

  @Test
  void isForTheStaff() {
    for (String path : List.of("/orders/summary", "/orders/export")) {
      assertThat(get(null, path).status()).isEqualTo(401);
      assertThat(get(customer(), path).status()).isEqualTo(403);
      assertThat(get(support(), path).status()).isEqualTo(200);
      assertThat(get(admin(), path).status()).isEqualTo(200);
    }
  }

  private void onlyOf(String time, OrderId order) {
    jdbc.sql("update orders set created_at = ?::timestamptz where id = ?")
        .params(time, order.value())
        .update();
  }

  private void refunded(OrderId order, String amount, String status) {
    jdbc.sql(
            """
            insert into refunds (order_id, kind, amount, currency, transaction_id, status,
                                 requested_by)
            values (?, 'GOODWILL', ?::numeric, 'USD', 't', ?, 'user 3')
            """)
        .params(order.value(), amount, status)
        .update();
  }
}
