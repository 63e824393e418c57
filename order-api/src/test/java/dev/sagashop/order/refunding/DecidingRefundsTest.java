package dev.sagashop.order.refunding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.order.Decision;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.activities.order.ReopenRefund;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.order.saga.DecisionRefused;
import dev.sagashop.workflows.refund.RefundWorkflow;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DecidingRefundsTest extends OrderApiTest {

  private static final String RETRY = "{\"reason\":\"The account is open again\"}";
  private static final String RESOLVE =
      "{\"reason\":\"The card is closed\",\"reference\":\"transfer-4711\"}";

  @Autowired
  DecidingRefundsTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  @Test
  void takesARetryToTheRefundThatWaitsForIt() {
    RefundId refund = refused();

    Answer answer = post(support(), path(refund, "retry"), RETRY, "Idempotency-Key", "d-1");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("id").asLong()).isEqualTo(refund.value());
    assertThat(ENGINE.decisions())
        .containsEntry("d-1", new RetryRefund("user 3", "The account is open again", 1));
  }

  @Test
  void takesAResolutionWithItsProof() {
    RefundId refund = refused();

    assertThat(post(admin(), path(refund, "resolve"), RESOLVE, "Idempotency-Key", "d-1").status())
        .isEqualTo(200);

    assertThat(ENGINE.decisions())
        .containsEntry(
            "d-1", new ResolveManually("user 1", "The card is closed", "transfer-4711", 1));
  }

  @Test
  void answersARepeatOfADecisionThatWasTakenWithoutTellingItAgain() {
    RefundId refund = refused();
    activities.reopenRefund(
        new ReopenRefund(refund, 2, new Decision("d-1", "user 3", "The account is open again")));

    Answer answer = post(support(), path(refund, "retry"), RETRY, "Idempotency-Key", "d-1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(ENGINE.decisions()).isEmpty();
  }

  @Test
  void writesWhoDecidedAndWhyIntoTheTimeline() {
    RefundId refund = refused();
    activities.reopenRefund(
        new ReopenRefund(refund, 2, new Decision("d-1", "user 3", "The account is open again")));

    Answer timeline = get(support(), "/orders/" + orderOf(refund) + "/timeline");

    assertThat(timeline.json().valueStream())
        .anySatisfy(
            entry -> {
              assertThat(entry.path("actor").asString()).isEqualTo("user 3");
              assertThat(entry.path("what").asString()).isEqualTo("refund opened again");
              assertThat(entry.path("why").asString()).isEqualTo("The account is open again");
            });
  }

  @Test
  void refusesWhatIsNotRefused() {
    OrderId order = paid();
    cancel(customer(), order);
    RefundId refund = refundOf(order);

    for (String decision : new String[] {"retry", "resolve"}) {
      Answer answer = post(support(), path(refund, decision), RESOLVE);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("REFUND_NOT_REFUSED");
    }
    assertThat(ENGINE.decisions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    RefundWorkflow.NOT_REFUSED + ", 409, REFUND_NOT_REFUSED",
    RefundWorkflow.OTHER_ATTEMPT + ", 409, REFUND_ATTEMPT_DIFFERS",
    RefundWorkflow.INCOMPLETE + ", 400, VALIDATION_ERROR"
  })
  void passesOnWhatTheSagaRefuses(String type, int status, String code) {
    RefundId refund = refused();
    ENGINE.refuseDecisions(new DecisionRefused(type, "because"));

    Answer answer = post(support(), path(refund, "retry"), RETRY);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void saysThatNothingIsKnownWhileTheEngineIsDown() {
    RefundId refund = refused();
    ENGINE.goDown();

    Answer answer = post(support(), path(refund, "retry"), RETRY);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("SAGA_ENGINE_UNAVAILABLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retry | {}",
        "retry | {\"reason\":\" \"}",
        "retry | {\"reason\":\"x\",\"attempt\":0}",
        "resolve | {\"reason\":\"x\"}",
        "resolve | {\"reason\":\"x\",\"reference\":\"\"}"
      })
  void refusesADecisionThatSaysTooLittle(String decision, String body) {
    RefundId refund = refused();

    assertThat(post(support(), path(refund, decision), body).status()).isEqualTo(400);

    assertThat(ENGINE.decisions()).isEmpty();
  }

  @Test
  void findsNoRefundOfAnotherOrder() {
    RefundId refund = refused();
    OrderId other = paid();

    assertThat(post(support(), "/orders/%s/refunds/%s/retry".formatted(other, refund), RETRY))
        .satisfies(
            answer -> {
              assertThat(answer.status()).isEqualTo(404);
              assertThat(answer.code()).isEqualTo("REFUND_NOT_FOUND");
            });
  }

  @Test
  void isForTheStaffAlone() {
    RefundId refund = refused();

    assertThat(post(customer(), path(refund, "retry"), RETRY).status()).isEqualTo(403);
    assertThat(post(customer(), path(refund, "resolve"), RESOLVE).status()).isEqualTo(403);
    assertThat(post(null, path(refund, "retry"), RETRY).status()).isEqualTo(401);
  }

  private RefundId refused() {
    OrderId order = paid();
    cancel(customer(), order);
    RefundId refund = refundOf(order);
    activities.failRefund(new FailRefund(refund, 1, "Account closed"));
    return refund;
  }

  private String path(RefundId refund, String decision) {
    return "/orders/%s/refunds/%s/%s".formatted(orderOf(refund), refund, decision);
  }

  private long orderOf(RefundId refund) {
    return jdbc.sql("select order_id from refunds where id = ?")
        .param(refund.value())
        .query(Long.class)
        .single();
  }

  private RefundId refundOf(OrderId order) {
    return new RefundId(
        jdbc.sql("select id from refunds where order_id = ?")
            .param(order.value())
            .query(Long.class)
            .single());
  }
}
