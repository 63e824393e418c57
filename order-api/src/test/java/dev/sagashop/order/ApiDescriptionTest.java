package dev.sagashop.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.platform.web.testing.CommittedApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiDescriptionTest extends OrderApiTest {

  @Autowired
  ApiDescriptionTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void describesItselfAsCommitted() {
    CommittedApi.expectSame("order-service", get(null, "/v3/api-docs").text());
  }

  @Test
  void showsItsDescriptionToPeople() {
    assertThat(get(null, "/swagger-ui.html").status()).isEqualTo(302);
    assertThat(get(null, "/swagger-ui/index.html").status()).isEqualTo(200);
  }
}
