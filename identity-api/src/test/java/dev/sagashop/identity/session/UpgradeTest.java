package dev.sagashop.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that the first release filled. */
class UpgradeTest {

  private static final String COOKIE = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";

  @Test
  void keepsPeopleSignedInAndTheKeySigning() {
    TestDatabase database = TestParts.postgres().createDatabase("user_db");
    var source =
        new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
    migrations(source).target("1").load().migrate();
    JdbcClient client = JdbcClient.create(source);
    client
        .sql(
            """
            insert into users (email, password_hash, first_name, last_name, role)
            values ('ada@example.com', 'no hash', 'Ada', 'Lovelace', 'ROLE_CUSTOMER')
            """)
        .update();
    client
        .sql(
            """
            insert into refresh_tokens (user_id, token_hash, expires_at)
            select id, :hash, now() + interval '1 day' from users
            """)
        .param("hash", RefreshToken.hash(COOKIE))
        .update();
    client
        .sql(
            """
            insert into signing_keys (kid, private_key_pem, public_key_pem, active)
            values ('one', 'private', 'public', true), ('zero', 'private', 'public', false)
            """)
        .update();

    migrations(source).load().migrate();

    assertThat(new Sessions(client).exchange(COOKIE)).isInstanceOf(Exchange.Renewed.class);
    assertThat(
            client
                .sql("select kid || ' ' || state from signing_keys order by kid")
                .query(String.class)
                .list())
        .containsExactly("one ACTIVE", "zero RETIRED");
  }

  private static FluentConfiguration migrations(DataSource source) {
    return Flyway.configure().dataSource(source).locations("classpath:db/migration");
  }
}
