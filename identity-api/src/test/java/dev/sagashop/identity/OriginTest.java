package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.platform.web.testing.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest extends IdentityTest {

  @ParameterizedTest
  @ValueSource(strings = {"/auth/refresh-token", "/auth/logout", "/auth/login", "/auth/register"})
  void refusesPagesOfOtherOrigins(String path) {
    Http.Answer foreign = http().post(path, null, "Origin", "https://elsewhere.example");
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.text("code")).isEqualTo("CROSS_SITE");
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(http().post(path, null, "Sec-Fetch-Site", "cross-site").text("code"))
        .isEqualTo("CROSS_SITE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://shop.example",
        "https://shop.example:8443",
        "https://shop.example.elsewhere.example",
        "https://evil@shop.example:x",
        "::::"
      })
  void refusesWhatOnlyLooksLikeTheOwnOrigin(String origin) {
    assertThat(logout(origin).text("code")).isEqualTo("CROSS_SITE");
  }

  @Test
  void servesTheShopsOwnPages() {
    assertThat(logout("https://shop.example").status()).isEqualTo(204);
    assertThat(http().post("/auth/logout", null, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(204);
  }

  @Test
  void servesTheOriginsThatAreConfigured() {
    assertThat(logout("https://staff.example").status()).isEqualTo(204);
  }

  private Http.Answer logout(String origin) {
    return http()
        .post(
            "/auth/logout",
            null,
            "Origin",
            origin,
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Host",
            "shop.example",
            "X-Forwarded-Port",
            "443");
  }
}
