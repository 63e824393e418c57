package dev.sagashop.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.identity.IdentityApiApplication;
import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class FreshSystemTest {

  @Test
  void hasNoSeedUsersAndOneKeyHoweverManyReplicasStart()
      throws InterruptedException, ExecutionException {
    TestDatabase database = TestParts.postgres().createDatabase("user_db");
    try (var context =
        SpringApplication.run(
            IdentityApiApplication.class,
            "--server.port=0",
            "--spring.datasource.url=" + database.jdbcUrl(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password(),
            "--sagashop.seed-data=false",
            "--spring.jmx.enabled=false")) {
      JdbcClient client = context.getBean(JdbcClient.class);
      assertThat(client.sql("select count(*) from users").query(Integer.class).single()).isZero();
      client.sql("delete from signing_keys").update();

      SigningKeys keys = context.getBean(SigningKeys.class);
      var transactions = context.getBean(PlatformTransactionManager.class);
      var properties = context.getBean(KeyProperties.class);
      var start = new CountDownLatch(1);
      try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<TokenKeys>> started =
            Stream.generate(
                    () ->
                        replicas.submit(
                            () -> {
                              start.await();
                              return new TokenKeys(
                                  keys,
                                  new KeyRotation(keys, transactions, properties),
                                  properties);
                            }))
                .limit(4)
                .toList();
        start.countDown();
        Set<String> kids = new HashSet<>();
        for (Future<TokenKeys> replica : started) {
          kids.add(replica.get().activeKid());
          assertThat(replica.get().published().getKeys()).hasSize(1);
        }
        assertThat(kids).hasSize(1);
      }
    }
  }
}
