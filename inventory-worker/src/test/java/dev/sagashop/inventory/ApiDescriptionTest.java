package dev.sagashop.inventory;

import dev.sagashop.platform.web.testing.CommittedApi;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest extends ApplicationTest {

  @Test
  void describesItselfAsCommitted() {
    String description = getAsAdmin("/v3/api-docs").returnResult(String.class).getResponseBody();

    CommittedApi.expectSame("inventory-service", Objects.requireNonNull(description));
  }
}
