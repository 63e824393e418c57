package dev.sagashop.platform.outbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each check sees what it is there for, and nothing else. */
class CheckTest {

  private static final List<Fact> FACTS =
      List.of(new Fact("a", 1, "a1"), new Fact("a", 2, "a2"), new Fact("b", 1, "b1"));

  private static Evidence told(String... texts) {
    return told(
        Stream.of(texts).map(it -> new Told(it.substring(0, 1), it, "id-" + it, 0)).toList());
  }

  private static Evidence told(List<Told> told) {
    return new Evidence(FACTS, told, Map.of("id-a1", 2L));
  }

  @Test
  void passesWhatIsCompleteAndInTheOrderOfEachAggregate() {
    told("a1", "b1", "a2").assertSound();
    told("b1", "a1", "a2").assertSound();
  }

  @Test
  void passesALateCopyOfWhatWasClaimedTwice() {
    told("a1", "a2", "b1", "a1").assertSound();
  }

  @Test
  void seesWhatWasLost() {
    assertThat(told("a2", "b1").broken()).containsExactly(Check.NOTHING_LOST);
  }

  @Test
  void seesWhatWasInvented() {
    assertThat(told("a1", "a2", "b1", "b2").broken()).containsExactly(Check.NOTHING_INVENTED);
  }

  @Test
  void seesAForeignKeyACopyUnderANewIdAndAnIdOfSomethingElse() {
    for (Told wrong :
        List.of(
            new Told("b", "a2", "id-a2", 0),
            new Told("a", "a1", "new", 0),
            new Told("a", "a2", "id-a1", 0))) {
      var all = List.of(new Told("a", "a1", "id-a1", 0), wrong, new Told("b", "b1", "id-b1", 0));
      assertThat(told(all).broken()).as("%s", wrong).contains(Check.NOTHING_INVENTED);
    }
  }

  @Test
  void seesAFirstCopyAfterALaterFact() {
    assertThat(told("a2", "a1", "b1").broken()).containsExactly(Check.ORDER_KEPT);
  }

  @Test
  void seesAnAggregateInTwoPartitions() {
    var all =
        List.of(
            new Told("a", "a1", "id-a1", 0),
            new Told("a", "a2", "id-a2", 1),
            new Told("b", "b1", "id-b1", 0));
    assertThat(told(all).broken()).containsExactly(Check.ORDER_KEPT);
  }

  @Test
  void seesACopyWithoutAClaimOfItsOwn() {
    assertThat(told("a1", "a2", "a2", "b1").broken())
        .containsExactly(Check.NOTHING_REPEATED_WITHOUT_CAUSE);
  }
}
