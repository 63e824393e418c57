package dev.sagashop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

class SeedDataTest {

  @Test
  void staysOutOfADatabaseThatDoesNotWantIt() {
    TestDatabase database = TestParts.postgres().createDatabase("user_db");
    try (var context =
        new SpringApplicationBuilder(IdentityApiApplication.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--sagashop.seed-data=false")) {
      Integer users =
          context
              .getBean(JdbcClient.class)
              .sql("select count(*) from users")
              .query(Integer.class)
              .single();
      assertThat(users).isZero();
    }
  }
}
