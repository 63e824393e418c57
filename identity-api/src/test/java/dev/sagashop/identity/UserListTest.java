package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class UserListTest extends IdentityTest {

  private final JdbcClient database;

  UserListTest(@Autowired JdbcClient database) {
    this.database = database;
  }

  @BeforeEach
  void sixtyReaders() {
    database
        .sql(
            """
            insert into users (email, password_hash, first_name, last_name, role, created_at)
            select 'Reader-' || n || '@books.example', 'no hash', 'Grace_' || n, '100% Hopper',
              'ROLE_CUSTOMER', now() - make_interval(mins => n % 7)
            from generate_series(1, 60) n
            on conflict do nothing
            """)
        .update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"createdAt", "-createdAt", "email", "-email"})
  void showsEachUserOnceInEveryOrder(String sort) {
    List<String> emails = new ArrayList<>();
    String cursor = "";
    do {
      Http.Answer page = list("?q=BOOKS.example&size=17&sort=" + sort + "&cursor=" + cursor);
      assertThat(page.status()).as(page.response().body()).isEqualTo(200);
      assertThat(page.body().path("items").size()).isLessThanOrEqualTo(17);
      emails.addAll(page.body().path("items").findValuesAsString("email"));
      cursor = page.text("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(emails).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void showsTheFieldsOfAUserAndNoMore() {
    Http.Answer page = list("?q=reader-7@");
    assertThat(page.body().propertyNames())
        .containsExactlyInAnyOrder("items", "size", "hasMore", "nextCursor");
    assertThat(page.body().path("items")).hasSize(1);
    assertThat(page.body().path("items").path(0).propertyNames())
        .containsExactlyInAnyOrder("id", "email", "firstName", "lastName", "role");
  }

  @Test
  void filtersByRole() {
    assertThat(
            list("?role=ROLE_SUPPORT&q=support@").body().path("items").findValuesAsString("role"))
        .containsExactly("ROLE_SUPPORT");
    assertThat(list("?role=ROLE_SUPPORT&q=books").body().path("items")).isEmpty();
  }

  @Test
  void findsByNameAddressAndNumber() {
    JsonNode grace = list("?q=" + encoded("gRACE_42 100%")).body().path("items");
    assertThat(grace.findValuesAsString("email")).containsExactly("Reader-42@books.example");

    String id = grace.path(0).path("id").asString();
    assertThat(list("?size=100&q=" + id).body().path("items").findValuesAsString("id"))
        .contains(id);
    assertThat(list("?q=" + "9".repeat(18)).body().path("items")).isEmpty();
    assertThat(list("?q=" + "9".repeat(100)).body().path("items")).isEmpty();
  }

  @Test
  void takesTheSignsOfAPatternAsTheyAre() {
    assertThat(list("?q=" + encoded("100% hop") + "&size=100").body().path("items")).hasSize(60);
    assertThat(list("?q=" + encoded("grace_42")).body().path("items")).hasSize(1);
    assertThat(list("?q=" + encoded("gr_ce")).body().path("items")).isEmpty();
    assertThat(list("?q=" + encoded("gr%ce")).body().path("items")).isEmpty();
    assertThat(list("?q=" + encoded("\\")).body().path("items")).isEmpty();
    assertThat(list("?q=" + encoded("' or 1=1 --")).body().path("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?role=root", "?sort=password_hash", "?size=0", "?cursor=x", "?q=%00", "?role=2"})
  void refusesWhatItDoesNotKnow(String query) {
    assertThat(list(query).status()).isEqualTo(400);
  }

  @Test
  void capsThePage() {
    assertThat(list("?size=1000000").body().path("size").asInt()).isEqualTo(100);
  }

  private Http.Answer list(String query) {
    return http().get("/users" + query, as(SUPPORT));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
