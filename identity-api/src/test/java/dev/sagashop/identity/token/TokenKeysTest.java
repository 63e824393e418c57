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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = IdentityApiApplication.class)
class TokenKeysTest {

  private static final TestDatabase DATABASE = TestParts.postgres().createDatabase("user_db");

  private final SigningKeys keys;
  private final JdbcClient database;

  TokenKeysTest(@Autowired SigningKeys keys, @Autowired JdbcClient database) {
    this.keys = keys;
    this.database = database;
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::jdbcUrl);
    registry.add("spring.datasource.username", DATABASE::username);
    registry.add("spring.datasource.password", DATABASE::password);
  }

  @Test
  void replicasThatStartTogetherShareOneKey() throws InterruptedException, ExecutionException {
    database.sql("delete from signing_keys").update();
    var start = new CountDownLatch(1);
    try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TokenKeys>> started =
          Stream.generate(
                  () ->
                      replicas.submit(
                          () -> {
                            start.await();
                            return new TokenKeys(keys);
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

  @Test
  void retiredKeysStayPublished() {
    String retired = new TokenKeys(keys).activeKid();
    database.sql("update signing_keys set active = false").update();
    TokenKeys rotated = new TokenKeys(keys);
    assertThat(rotated.activeKid()).isNotEqualTo(retired);
    assertThat(rotated.published().getKeyByKeyId(retired)).isNotNull();
    assertThat(rotated.published().getKeyByKeyId(retired).isPrivate()).isFalse();
  }
}
