package dev.sagashop.inventory.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.inventory.ApplicationTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.json.JsonCompareMode;

class ReleaseRoutesTest extends ApplicationTest {

  private static final String RELEASES = "/inventory/releases";

  record Orders(List<Order> items, @Nullable Boolean hasMore, @Nullable String nextCursor) {
    record Order(long orderId) {}
  }

  @Test
  void listsByPageNumberNewestFirst() {
    for (int order = 1; order <= 5; order++) {
      released(order, "PAYMENT_FAILED", "2026-11-0" + order + "T12:00:00Z");
    }

    getAsSupport(RELEASES + "?page=1&size=2")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"items": [{"orderId": 3, "reason": "PAYMENT_FAILED",
                        "createdAt": "2026-11-03T12:00:00Z"},
                       {"orderId": 2}],
             "page": 1, "size": 2, "totalElements": 5, "totalPages": 3, "hasNext": true}
            """)
        .jsonPath("$.items[0].releaseId")
        .isNotEmpty()
        .jsonPath("$.items[0].reservationId")
        .isNotEmpty();
    getAsAdmin(RELEASES + "?page=2&size=2")
        .expectBody()
        .json("{\"items\": [{\"orderId\": 1}], \"totalElements\": 5, \"hasNext\": false}");
    getAsAdmin(RELEASES + "?page=2147483647&size=100")
        .expectBody()
        .json("{\"items\": [], \"totalElements\": 5, \"totalPages\": 1, \"hasNext\": false}");
  }

  @Test
  void listsNothing() {
    getAsAdmin(RELEASES)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"items": [], "page": 0, "size": 20, "totalElements": 0, "totalPages": 0,
             "hasNext": false}
            """,
            JsonCompareMode.STRICT);
    getAsAdmin(RELEASES + "/cursor")
        .expectBody()
        .json(
            "{\"items\": [], \"size\": 20, \"hasMore\": false, \"nextCursor\": null}",
            JsonCompareMode.STRICT);
  }

  @Test
  void filtersByOrderReasonAndTimesThatAreIncluded() {
    released(1, "PAYMENT_FAILED", "2026-11-01T12:00:00.000001Z");
    released(2, "ORDER_CANCELLED", "2026-11-02T12:00:00.000002Z");
    released(3, "ORDER_CANCELLED", "2026-11-03T12:00:00.000003Z");

    assertThat(orders("?orderId=2")).containsExactly(2L);
    assertThat(orders("?orderId=77")).isEmpty();
    assertThat(orders("?reason=ORDER_CANCELLED")).containsExactly(3L, 2L);
    assertThat(orders("?reason=ORDER_CANCELLED&orderId=1")).isEmpty();
    assertThat(orders("?from=2026-11-02T12:00:00.000002Z")).containsExactly(3L, 2L);
    assertThat(orders("?to=2026-11-02T12:00:00.000002Z")).containsExactly(2L, 1L);
    assertThat(orders("?from=2026-11-02T13:00:00.000002%2B01:00&to=2026-11-02T12:00:00.000002Z"))
        .containsExactly(2L);
    getAsAdmin(RELEASES + "?reason=ORDER_CANCELLED&size=1")
        .expectBody()
        .json("{\"items\": [{\"orderId\": 3}], \"totalElements\": 2}");
  }

  @Test
  void understandsBothSpellingsOfACursor() {
    for (int order = 1; order <= 5; order++) {
      released(order, "PAYMENT_FAILED", "2026-11-01T12:00:00.000123Z");
    }

    Orders first = page("?size=2");
    Orders second = page("?limit=2&after=" + first.nextCursor());
    Orders third = page("?size=2&cursor=" + second.nextCursor());

    assertThat(List.of(first, second, third))
        .flatExtracting(Orders::items)
        .extracting(Orders.Order::orderId)
        .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThat(second.hasMore()).isTrue();
    assertThat(third.hasMore()).isFalse();
    assertThat(third.nextCursor()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?page=-1",
        "?page=2147483648",
        "?page=one",
        "?size=0",
        "?size=101",
        "?orderId=0",
        "?orderId=1.5",
        "?reason=BORED",
        "?from=yesterday",
        "?from=2026-11-22",
        "?from=%2B999999999-12-31T23:59:59Z",
        "?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z",
        "/cursor?size=0",
        "/cursor?size=101",
        "/cursor?limit=101",
        "/cursor?cursor=nonsense!",
        "/cursor?after=nonsense!",
        "/export?limit=0",
        "/export?limit=1000001",
        "/export?limit=all",
        "/export?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z",
        "/summary?bucket=week",
        "/summary?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z",
        "/summary?from=2020-01-01T00:00:00Z&to=2026-11-22T00:00:00Z",
        "/summary?bucket=hour&from=2026-01-01T00:00:00Z&to=2026-11-22T00:00:00Z",
        "/summary?to=-999999999-01-01T00:00:00Z"
      })
  void refusesWhatIsOutOfRange(String query) {
    getAsAdmin(RELEASES + query).expectStatus().isBadRequest();
  }

  @Test
  void saysThatARangeEndsBeforeItBegins() {
    getAsAdmin(RELEASES + "?from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("INVALID_RANGE")
        .jsonPath("$.errors[0].field")
        .isEqualTo("from");
  }

  @Test
  void exportsAFile() {
    released(1, "PAYMENT_FAILED", "2026-11-01T12:00:00Z");
    released(2, "=HYPERLINK(\"evil\"), or not", "2026-11-02T12:00:00Z");

    var answer =
        getAsSupport(RELEASES + "/export?limit=2")
            .expectStatus()
            .isOk()
            .expectHeader()
            .valueEquals(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
            .expectHeader()
            .valueEquals(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"inventory-release-events.csv\"")
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();

    assertThat(Objects.requireNonNull(answer).lines())
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .isEqualTo("release_id,order_id,reservation_id,reason,created_at"),
            newest ->
                assertThat(newest)
                    .contains(",2,")
                    .endsWith(",\"'=HYPERLINK(\"\"evil\"\"), or not\",2026-11-02T12:00:00Z"),
            oldest -> assertThat(oldest).endsWith(",PAYMENT_FAILED,2026-11-01T12:00:00Z"));
    getAsAdmin(RELEASES + "/export?orderId=77")
        .expectBody(String.class)
        .isEqualTo("release_id,order_id,reservation_id,reason,created_at\n");
  }

  /** A file that ends early must not look whole. */
  @Test
  void breaksTheConnectionWhenTheDatabaseFailsInTheMiddle() throws Exception {
    releasedMany(150_000);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> answer =
          client.send(
              rawGetAsAdmin(RELEASES + "/export"), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream file = answer.body()) {
        assertThat(new String(file.readNBytes(10), StandardCharsets.UTF_8)).isEqualTo("release_id");
        assertThat(terminateExports()).isNotEmpty();

        assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void exportsEveryRowOfALongAudit() throws Exception {
    releasedMany(50_000);
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(rawGetAsAdmin(RELEASES + "/export"), HttpResponse.BodyHandlers.ofLines());

      assertThat(answer.body().distinct()).hasSize(50_001);
    }
  }

  @Test
  void sumsByReasonAndDay() {
    released(1, "PAYMENT_FAILED", "2026-11-01T00:00:00Z");
    released(2, "ORDER_CANCELLED", "2026-11-01T23:59:59.999999Z");
    released(3, "ORDER_CANCELLED", "2026-11-03T12:00:00Z");
    released(4, "ORDER_CANCELLED", "2026-12-03T12:00:00Z");

    getAsSupport(RELEASES + "/summary?from=2026-11-01T00:00:00Z&to=2026-11-30T00:00:00Z&bucket=day")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"from": "2026-11-01T00:00:00Z", "to": "2026-11-30T00:00:00Z", "total": 3,
             "reasons": [{"reason": "ORDER_CANCELLED", "count": 2},
                         {"reason": "PAYMENT_FAILED", "count": 1}],
             "buckets": [{"start": "2026-11-01T00:00:00Z", "count": 2,
                          "reasons": {"ORDER_CANCELLED": 1, "PAYMENT_FAILED": 1}},
                         {"start": "2026-11-03T00:00:00Z", "count": 1,
                          "reasons": {"ORDER_CANCELLED": 1}}]}
            """,
            JsonCompareMode.STRICT);
  }

  @Test
  void sumsTheLastThirtyDaysUnlessTold() {
    released(1, "PAYMENT_FAILED", "2020-01-01T00:00:00Z");
    released(2, "ORDER_CANCELLED", "now");

    getAsAdmin(RELEASES + "/summary?bucket=hour").expectBody().jsonPath("$.total").isEqualTo(1);
  }

  @Test
  void isForTheStaff() {
    for (String path : List.of("", "/cursor", "/export", "/summary")) {
      getAsNobody(RELEASES + path).expectStatus().isUnauthorized();
      getAsCustomer(RELEASES + path).expectStatus().isForbidden();
      getAsSupport(RELEASES + path).expectStatus().isOk();
      getAsAdmin(RELEASES + path).expectStatus().isOk();
    }
  }

  private List<Long> orders(String query) {
    Orders byCursor = page(query);
    Orders byNumber = read(RELEASES + query);
    assertThat(byCursor.items()).isEqualTo(byNumber.items());
    return byCursor.items().stream().map(Orders.Order::orderId).toList();
  }

  private Orders page(String query) {
    return read(RELEASES + "/cursor" + query);
  }

  private Orders read(String path) {
    return Objects.requireNonNull(
        getAsAdmin(path)
            .expectStatus()
            .isOk()
            .expectBody(Orders.class)
            .returnResult()
            .getResponseBody());
  }

  private void released(long orderId, String reason, String createdAt) {
    jdbc()
        .sql(
            """
            WITH released AS (
                INSERT INTO reservations (order_id, origin, status, released_at)
                VALUES (:orderId, 'SAGA', 'RELEASED', now()))
            INSERT INTO inventory_release_events (order_id, reservation_id, reason, created_at)
            VALUES (:orderId, gen_random_uuid(), :reason, :createdAt::timestamptz)
            """)
        .param("orderId", orderId)
        .param("reason", reason)
        .param("createdAt", createdAt)
        .update();
  }

  private void releasedMany(int count) {
    jdbc()
        .sql(
            """
            INSERT INTO reservations (order_id, origin, status, released_at)
            SELECT number, 'SAGA', 'RELEASED', now() FROM generate_series(1, :count) AS number
            """)
        .param("count", count)
        .update();
    jdbc()
        .sql(
            """
            INSERT INTO inventory_release_events (order_id, reservation_id, reason)
            SELECT order_id, reservation_id, 'PAYMENT_FAILED' FROM reservations
            """)
        .update();
  }

  private List<Boolean> terminateExports() {
    return jdbc()
        .sql(
            """
            SELECT pg_terminate_backend(pid)
              FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
               AND state <> 'idle' AND query LIKE '%inventory_release_events%'
            """)
        .query(Boolean.class)
        .list();
  }
}
