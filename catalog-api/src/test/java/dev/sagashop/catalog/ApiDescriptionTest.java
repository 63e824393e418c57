package dev.sagashop.catalog;

import dev.sagashop.platform.web.testing.CommittedApi;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest extends CatalogTest {

  @Test
  void describesItselfAsCommitted() {
    CommittedApi.expectSame("product-service", http().get("/v3/api-docs").response().body());
  }
}
