package dev.sagashop.identity;

import dev.sagashop.platform.web.testing.CommittedApi;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest extends IdentityTest {

  @Test
  void describesItselfAsCommitted() {
    CommittedApi.expectSame("user-service", http().get("/v3/api-docs").response().body());
  }
}
