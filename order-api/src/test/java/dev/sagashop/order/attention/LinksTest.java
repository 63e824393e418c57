package dev.sagashop.order.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.OrderApiTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinksTest extends OrderApiTest {

  @Autowired
  LinksTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void saysThatThereIsNoWebUi() {
    assertThat(get(support(), "/operations/links").text()).isEqualTo("{\"temporalUi\":null}");
  }

  @Test
  void isForTheStaff() {
    assertThat(get(null, "/operations/links").status()).isEqualTo(401);
    assertThat(get(customer(), "/operations/links").status()).isEqualTo(403);
    assertThat(get(admin(), "/operations/links").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8110", "https://temporal.example.com/ui"})
  void saysWhereTheWebUiIs(String url) {
    assertThat(new LinksController(at(url)).showLinks().temporalUi()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8110", "localhost:8110", "/ui", "ftp://host/ui", "http:///ui", "a b"})
  void doesNotStartWithAnAddressThatNobodyCanOpen(String url) {
    assertThatThrownBy(() -> at(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TEMPORAL_UI_URL is '%s', expected an absolute http or https URL, or nothing", url);
  }

  private static AttentionProperties at(String url) {
    return new AttentionProperties(Duration.ofMinutes(1), 200, Duration.ofSeconds(5), url);
  }
}
