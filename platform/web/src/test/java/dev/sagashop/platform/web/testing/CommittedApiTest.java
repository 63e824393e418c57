package dev.sagashop.platform.web.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommittedApiTest {

  @Test
  void refusesOperationsThatAreOnlyNumbered() {
    assertThatThrownBy(() -> CommittedApi.expectTellingNames(api("listOrders", "show_1")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("show_1");
    assertThatThrownBy(() -> CommittedApi.expectTellingNames(api("showOrder", "showOrder")))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> CommittedApi.expectTellingNames(api("listOrders", "showOrder")))
        .doesNotThrowAnyException();
  }

  private static JsonNode api(String first, String second) {
    return JsonMapper.shared()
        .readTree(
            """
            {"paths": {"/orders": {"get": {"operationId": "%s"}},
                       "/orders/{id}": {"get": {"operationId": "%s"}}}}
            """
                .formatted(first, second));
  }
}
