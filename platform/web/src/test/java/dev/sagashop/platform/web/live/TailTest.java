package dev.sagashop.platform.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

  private static final int WINDOW = 10;

  private final Table table = new Table();
  private final Tail tail = new Tail(table, WINDOW);

  @Test
  void whatWasThereBeforeIsNoNews() {
    table.commit(1, 100);
    table.commit(2, 200);

    tail.begin();

    assertThat(tail.look().isEmpty()).isTrue();
  }

  @Test
  void followsATableThatWasEmpty() {
    tail.begin();
    table.commit(1, 100);

    assertThat(tail.look().subjects()).containsExactly(100L);
    assertThat(tail.look().isEmpty()).isTrue();
  }

  @Test
  void tellsEachRowOnceAndEachSubjectOnceInALook() {
    tail.begin();
    table.commit(1, 100);
    table.commit(2, 200);
    table.commit(3, 100);

    assertThat(tail.look()).isEqualTo(new Tail.News(List.of(100L, 200L), false));
    assertThat(tail.look().isEmpty()).isTrue();
    table.commit(4, 100);
    assertThat(tail.look().subjects()).containsExactly(100L);
  }

  @Test
  void findsARowThatIsCommittedLateWithALowerPosition() {
    table.commit(20, 100);
    tail.begin();
    table.commit(23, 200);
    assertThat(tail.look().subjects()).containsExactly(200L);

    table.commit(22, 300);
    table.commit(15, 400);

    assertThat(tail.look().subjects()).containsExactly(400L, 300L);
    assertThat(tail.look().isEmpty()).isTrue();
  }

  @Test
  void remembersNoMoreThanItsWindow() {
    tail.begin();
    for (int position = 1; position <= 100; position++) {
      table.commit(position, position);
      assertThat(tail.look().subjects()).containsExactly((long) position);
    }

    table.commit(100 - WINDOW, 777);
    assertThat(tail.look().isEmpty()).isTrue();
    table.commit(101 - WINDOW, 888);
    assertThat(tail.look().subjects()).containsExactly(888L);
  }

  @Test
  void namesAHundredAndSaysThatThereAreMore() {
    tail.begin();
    LongStream.rangeClosed(1, Tail.MOST_NAMED).forEach(id -> table.commit(id, id));
    assertThat(tail.look().more()).isFalse();
    LongStream.rangeClosed(1001, 1001 + Tail.MOST_NAMED).forEach(id -> table.commit(id, id));

    Tail.News news = tail.look();

    assertThat(news.subjects()).hasSize(Tail.MOST_NAMED).startsWith(1001L);
    assertThat(news.more()).isTrue();
    assertThat(tail.look().isEmpty()).isTrue();
  }

  @Test
  void doesNotGoThroughWhatPiledUpButFindsTheEnd() {
    tail.begin();
    LongStream.rangeClosed(1, 3L * Tail.MOST_READ).forEach(id -> table.commit(id, id));

    assertThat(tail.look().more()).isTrue();
    assertThat(tail.look().isEmpty()).isTrue();
    table.commit(3L * Tail.MOST_READ + 1, 7);
    assertThat(tail.look()).isEqualTo(new Tail.News(List.of(7L), false));
  }
}
