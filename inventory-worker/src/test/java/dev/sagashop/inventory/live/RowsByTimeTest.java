package dev.sagashop.inventory.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.inventory.Books;
import dev.sagashop.inventory.InventoryTest;
import dev.sagashop.platform.web.live.Tail;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@InventoryTest
class RowsByTimeTest {

  private static final long HOUR = 3_600_000_000L;

  @Autowired private DataSource dataSource;
  @Autowired private JdbcClient jdbc;
  @Autowired private Books books;

  @BeforeEach
  void clear() {
    books.clear();
  }

  @Test
  void findsAChangeThatIsCommittedAfterALaterOne() throws SQLException {
    count(jdbc, 1);
    Tail tail = new Tail(RowsByTime.ofStock(jdbc), HOUR);
    tail.begin();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      count(JdbcClient.create(new SingleConnectionDataSource(connection, true)), 2);
      count(jdbc, 3);
      assertThat(tail.look().subjects()).containsExactly(3L);

      connection.commit();
      connection.setAutoCommit(true);
    }

    assertThat(tail.look().subjects()).containsExactly(2L);
    assertThat(tail.look().subjects()).isEmpty();
  }

  @Test
  void findsEachChangeOfTheSameProduct() {
    count(jdbc, 1);
    Tail tail = new Tail(RowsByTime.ofStock(jdbc), HOUR);
    tail.begin();
    for (int change = 0; change < 3; change++) {
      jdbc.sql("update stock set last_updated = clock_timestamp() where product_id = 1").update();

      assertThat(tail.look().subjects()).containsExactly(1L);
      assertThat(tail.look().subjects()).isEmpty();
    }
  }

  @Test
  void readsByTimeNoMoreThanItIsTold() {
    assertThat(RowsByTime.ofStock(jdbc).end()).isZero();
    assertThat(RowsByTime.ofReleases(jdbc).end()).isZero();
    count(jdbc, 3);
    count(jdbc, 1);
    count(jdbc, 2);

    List<Tail.Row> two = RowsByTime.ofStock(jdbc).after(0, 2);

    assertThat(two).extracting(Tail.Row::subject).containsExactly(3L, 1L);
    assertThat(RowsByTime.ofStock(jdbc).after(two.getLast().position(), 2))
        .extracting(Tail.Row::subject)
        .containsExactly(2L);
  }

  private static void count(JdbcClient jdbc, long productId) {
    jdbc.sql("insert into stock (sku, product_id, on_hand) values (:sku, :productId, 0)")
        .param("sku", "SKU-" + productId)
        .param("productId", productId)
        .update();
  }
}
