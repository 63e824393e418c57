package dev.sagashop.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PagingTest {

  private static final Sorts SORTS =
      Sorts.of(
              "b.id",
              SortKey.time("createdAt", "b.created_at"),
              SortKey.number("price", "b.price"),
              SortKey.whole("pages", "b.pages"),
              SortKey.text("title", "b.title"))
          .byDefault("-createdAt");

  @Test
  void readsTheFirstPageInTheListsOwnOrder() {
    PageRequest page = SORTS.page(PageQuery.FIRST);

    assertThat(page.where().sql()).isBlank();
    assertThat(page.keys()).isEqualTo("b.created_at as page_key, b.id as page_id");
    assertThat(page.orderAndLimit()).isEqualTo(" order by b.created_at desc, b.id desc limit 21");
  }

  @Test
  void goesOnAfterTheLastRowToTheMicrosecond() {
    String cursor = next("-createdAt", "2026-11-22T16:30:00.123456Z", 42);

    Where where = SORTS.page(new PageQuery(null, cursor, null)).where();

    assertThat(where.sql()).isEqualTo(" where (b.created_at, b.id) < (:pageKey, :pageId) ");
    assertThat(where.params())
        .isEqualTo(
            Map.of("pageKey", OffsetDateTime.parse("2026-11-22T16:30:00.123456Z"), "pageId", 42L));
  }

  @Test
  void goesUpwardsWhereTheSortAscends() {
    String cursor = next("price", "19.90", 7);

    Where where = SORTS.page(new PageQuery(null, cursor, "price")).where();

    assertThat(where.sql()).contains("(b.price, b.id) > (:pageKey, :pageId)");
    assertThat(where.params()).containsEntry("pageKey", new BigDecimal("19.90"));
  }

  /** An index on whole numbers does not serve a comparison with another type. */
  @Test
  void comparesWholeNumbersWithWholeNumbers() {
    String cursor = next("pages", "320", 7);

    Where where = SORTS.page(new PageQuery(null, cursor, "pages")).where();

    assertThat(where.params()).isEqualTo(Map.of("pageKey", 320L, "pageId", 7L));
  }

  @Test
  void saysWhetherMoreFollows() {
    PageRequest page = SORTS.page(new PageQuery(2, null, "title"));

    Page<String> full = page.of(rows(3));
    assertThat(full.items()).containsExactly("item 1", "item 2");
    assertThat(full.hasMore()).isTrue();
    assertThat(full.nextCursor()).isNotNull();

    Page<String> last = page.of(rows(2));
    assertThat(last.items()).hasSize(2);
    assertThat(last.hasMore()).isFalse();
    assertThat(last.nextCursor()).isNull();
  }

  @Test
  void capsWhatIsTooMuch() {
    assertThat(SORTS.page(new PageQuery(1_000_000, null, null)).orderAndLimit())
        .endsWith("limit 101");
    assertThat(SORTS.plain(new PageQuery(1_000_000, null, null)).orderAndLimit())
        .endsWith("limit 501");
  }

  @Test
  void refusesAnUnknownSort() {
    assertThatThrownBy(() -> SORTS.page(new PageQuery(null, null, "b.id; drop table books")))
        .isInstanceOf(PageRefused.class)
        .hasMessageContaining("is not one of createdAt, -createdAt, price");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense!",
        "e30",
        "[]",
        "[\"-createdAt\"]",
        "[\"-createdAt\",\"yesterday\",\"1\"]",
        "[\"-createdAt\",\"+999999999-12-31T23:59:59Z\",\"1\"]",
        "[\"-createdAt\",\"2026-11-22T16:30:00Z\",\"one\"]",
        "[\"-createdAt\",\"2026-11-22T16:30:00Z\",\"99999999999999999999\"]"
      })
  void refusesWhatIsNoCursor(String text) {
    assertRefused(encoded(text), "-createdAt");
    assertRefused(text, "-createdAt");
  }

  @Test
  void refusesValuesThatADatabaseWouldChokeOn() {
    assertRefused(encoded("[\"price\",\"1e999999999\",\"1\"]"), "price");
    assertRefused(encoded("[\"pages\",\"1.5\",\"1\"]"), "pages");
    assertRefused(encoded("[\"title\",\"\\u0000\",\"1\"]"), "title");
  }

  @Test
  void refusesACursorOfAnotherSort() {
    String cursor = next("price", "19.90", 7);

    assertThatThrownBy(() -> SORTS.page(new PageQuery(null, cursor, "-price")))
        .isInstanceOf(PageRefused.class)
        .hasMessageContaining("belongs to the sort 'price'");
  }

  @Test
  void linksAPlainListToItsNextPageWithItsFilters() {
    var request = new MockHttpServletRequest("GET", "/books");
    request.setQueryString("shelf=A%26B&cursor=old&size=1");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      var answer = PlainList.of(new Page<>(List.of("one"), 1, true, "new"));

      assertThat(answer.getBody()).containsExactly("one");
      assertThat(answer.getHeaders().getFirst(HttpHeaders.LINK))
          .isEqualTo("<?shelf=A%26B&size=1&cursor=new>; rel=\"next\"");
      assertThat(PlainList.of(new Page<>(List.of("one"), 1, false, null)).getHeaders().isEmpty())
          .isTrue();
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  private static void assertRefused(String cursor, String sort) {
    assertThatThrownBy(() -> SORTS.page(new PageQuery(null, cursor, sort)))
        .isInstanceOfSatisfying(
            PageRefused.class, refused -> assertThat(refused.code()).isEqualTo("INVALID_CURSOR"));
  }

  private static String next(String sort, String key, long id) {
    PageRequest page = SORTS.page(new PageQuery(1, null, sort));
    var row = new PageRequest.Row<>("item", key, id);
    @Nullable String cursor = page.of(List.of(row, row)).nextCursor();
    return Objects.requireNonNull(cursor);
  }

  private static List<PageRequest.Row<String>> rows(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new PageRequest.Row<>("item " + i, "title " + i, i))
        .toList();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
