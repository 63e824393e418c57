package dev.sagashop.order.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.RefundId;
import dev.sagashop.activities.order.AwaitPayment;
import dev.sagashop.activities.order.FailRefund;
import dev.sagashop.activities.order.OrderActivities;
import dev.sagashop.order.Answer;
import dev.sagashop.order.OrderApiTest;
import dev.sagashop.platform.web.testing.EventStream;
import dev.sagashop.workflows.Trouble;
import dev.sagashop.workflows.refund.ResolveManually;
import dev.sagashop.workflows.refund.RetryRefund;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The inbox over HTTP, with a Temporal that answers as the test says. */
@Import(SagasTest.Runs.class)
@TestPropertySource(
    properties = {
      "sagashop.order.attention.patience=0s",
      "sagashop.order.attention.news-period=100ms"
    })
class SagasTest extends OrderApiTest {

  private static final FakeSagaRuns RUNS = new FakeSagaRuns();
  private static final String REASON = "{\"reason\":\"the provider is back\"}";

  @TestConfiguration(proxyBeanMethods = false)
  static class Runs {
    @Bean
    @Primary
    SagaRuns fakeSagaRuns() {
      return RUNS;
    }
  }

  @Autowired
  SagasTest(JdbcClient jdbc, OrderActivities activities) {
    super(jdbc, activities);
  }

  /** Other tests of this database leave orders without workflows. */
  @BeforeEach
  void settleEverything() {
    RUNS.reset();
    jdbc.sql("select 'checkout-' || id from orders").query(String.class).list().forEach(RUNS::runs);
    jdbc.sql("select 'refund-' || id from refunds").query(String.class).list().forEach(RUNS::runs);
    jdbc.sql(
            """
            update refunds set status = 'SUCCEEDED', reason = null where status = 'FAILED'
            """)
        .update();
  }

  private OrderId underWay() {
    OrderId order = placed();
    activities.awaitPayment(new AwaitPayment(order, Instant.now().plus(Duration.ofMinutes(15))));
    RUNS.runs("checkout-" + order);
    return order;
  }

  private RefundId refused(OrderId order) {
    assertThat(cancel(customer(), order).status()).isEqualTo(200);
    RefundId refund =
        new RefundId(
            jdbc.sql("select id from refunds where order_id = ?")
                .param(order.value())
                .query(Long.class)
                .single());
    activities.failRefund(new FailRefund(refund, 1, "account closed"));
    RUNS.runs("refund-" + refund);
    return refund;
  }

  private JsonNode sagas(String query) {
    Answer answer = get(support(), "/operations/sagas" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode only(OrderId order) {
    JsonNode found = sagas("?orderId=" + order);
    assertThat(found.path("total").asInt()).as(found.toString()).isEqualTo(1);
    return found.at("/items/0");
  }

  private Answer act(String workflowId, String action, String body) {
    return post(support(), "/operations/sagas/" + workflowId + "/" + action, body);
  }

  private JsonNode lastEntry(OrderId order) {
    List<JsonNode> entries = new ArrayList<>();
    get(customer(), "/orders/" + order + "/timeline").json().forEach(entries::add);
    return entries.getLast();
  }

  private static List<String> actions(JsonNode item) {
    List<String> actions = new ArrayList<>();
    item.path("actions").forEach(action -> actions.add(action.asString()));
    return actions;
  }

  @Test
  void findsNothingWhereAllGoesWell() {
    OrderId order = underWay();

    JsonNode found = sagas("?orderId=" + order);

    assertThat(found.path("items").isEmpty()).isTrue();
    assertThat(found.path("complete").asBoolean()).isTrue();
    assertThat(found.path("missing").isEmpty()).isTrue();
  }

  @Test
  void aRefusedRefundIsTriedAgainOrResolved() {
    OrderId order = paid();
    RefundId refund = refused(order);

    JsonNode item = only(order);

    assertThat(item.path("workflowId").asString()).isEqualTo("refund-" + refund);
    assertThat(item.path("kind").asString()).isEqualTo("REFUND");
    assertThat(item.path("refundId").asLong()).isEqualTo(refund.value());
    assertThat(item.path("cause").asString()).isEqualTo("REFUND_REFUSED");
    assertThat(item.path("lastError").asString()).isEqualTo("account closed");
    assertThat(item.path("attempt").asInt()).isEqualTo(1);
    assertThat(item.path("link").asString())
        .isEqualTo("/namespaces/shop/workflows/refund-" + refund);
    assertThat(actions(item)).containsExactly("retry", "resolve");

    assertThat(act("refund-" + refund, "retry", REASON).status()).isEqualTo(204);
    assertThat(act("refund-" + refund, "resolve", REASON).status()).isEqualTo(400);
    assertThat(
            act(
                    "refund-" + refund,
                    "resolve",
                    "{\"reason\":\"by hand\",\"reference\":\"transfer 7\"}")
                .status())
        .isEqualTo(204);
    assertThat(ENGINE.decisions().values())
        .contains(
            new RetryRefund("user 3", "the provider is back", 1),
            new ResolveManually("user 3", "by hand", "transfer 7", 1));
  }

  @Test
  void anUndecidedStepBeginsItsNextRoundAtOnce() {
    OrderId order = underWay();
    Instant next = Instant.now().plusSeconds(60);
    RUNS.inTrouble(
        "checkout-" + order, List.of(new Trouble("charge", 2, "no answer", Instant.now(), next)));

    JsonNode item = only(order);

    assertThat(item.path("cause").asString()).isEqualTo("STEP_UNDECIDED");
    assertThat(item.path("step").asString()).isEqualTo("charge");
    assertThat(item.path("attempt").asInt()).isEqualTo(2);
    assertThat(item.path("lastError").asString()).isEqualTo("no answer");
    assertThat(item.path("nextTry").asString()).isNotEmpty();
    assertThat(actions(item)).containsExactly("retry");

    assertThat(act("checkout-" + order, "retry", REASON).status()).isEqualTo(204);
    assertThat(RUNS.told()).containsExactly("retry checkout-" + order);
    JsonNode entry = lastEntry(order);
    assertThat(entry.path("actor").asString()).isEqualTo("user 3");
    assertThat(entry.path("what").asString()).isEqualTo("saga told to retry");
    assertThat(entry.path("why").asString()).startsWith("the provider is back");
  }

  @Test
  void anUndecidedStepIsDescribedWhereNoWorkerAnswers() {
    OrderId order = underWay();
    RUNS.inTrouble("checkout-" + order, null);

    JsonNode item = only(order);

    assertThat(item.path("cause").asString()).isEqualTo("STEP_UNDECIDED");
    assertThat(item.path("step").asString()).isEqualTo("Charge");
    assertThat(item.path("attempt").asInt()).isEqualTo(4);
  }

  @Test
  void aWorkflowThatIsMissingIsStartedFromItsRows() {
    OrderId order = placed();
    activities.awaitPayment(new AwaitPayment(order, Instant.now().plus(Duration.ofMinutes(15))));
    ENGINE.reset();

    JsonNode item = only(order);

    assertThat(item.path("cause").asString()).isEqualTo("WORKFLOW_MISSING");
    assertThat(actions(item)).containsExactly("restart");
    assertThat(act("checkout-" + order, "restart", REASON).status()).isEqualTo(204);
    assertThat(ENGINE.checkoutsOf(order)).hasSize(1);
    assertThat(ENGINE.checkoutsOf(order).getFirst().total()).hasToString(CART_TOTAL + " USD");
    assertThat(lastEntry(order).path("what").asString()).isEqualTo("saga restarted");
  }

  @Test
  void aTerminatedWorkflowIsFoundAlsoWhenItsOrderAsksForNothing() {
    OrderId order = placed();
    cancel(customer(), order);
    RUNS.terminated("checkout-" + order);
    ENGINE.reset();

    JsonNode item = only(order);

    assertThat(item.path("cause").asString()).isEqualTo("WORKFLOW_TERMINATED");
    assertThat(item.path("lastError").asString()).isEqualTo("TERMINATED: told to be broken");
    assertThat(act("checkout-" + order, "restart", REASON).status()).isEqualTo(204);
    assertThat(ENGINE.checkoutsOf(order)).hasSize(1);
  }

  @Test
  void aWedgedWorkflowIsTerminatedBeforeItBeginsAnew() {
    OrderId order = underWay();
    RUNS.wedged("checkout-" + order);
    ENGINE.reset();

    JsonNode item = only(order);

    assertThat(item.path("cause").asString()).isEqualTo("WORKFLOW_TASK_FAILING");
    assertThat(item.path("attempt").asInt()).isEqualTo(7);
    assertThat(act("checkout-" + order, "restart", REASON).status()).isEqualTo(204);
    assertThat(RUNS.told())
        .containsExactly(
            "terminate checkout-" + order + " because of user 3: the provider is back");
    assertThat(ENGINE.checkoutsOf(order)).hasSize(1);
  }

  @Test
  void whatCannotBeDoneIsRefusedAndLeavesNoEntry() {
    OrderId order = underWay();
    String workflowId = "checkout-" + order;

    assertThat(act(workflowId, "restart", REASON).code()).isEqualTo("SAGA_RUNS");
    assertThat(act(workflowId, "retry", REASON).code()).isEqualTo("SAGA_NOT_IN_TROUBLE");
    assertThat(act(workflowId, "resolve", "{\"reason\":\"by hand\",\"reference\":\"7\"}").code())
        .isEqualTo("SAGA_NOT_RESOLVABLE");
    RUNS.ended(workflowId);
    assertThat(act(workflowId, "restart", REASON).code()).isEqualTo("SAGA_FINISHED");
    assertThat(act(workflowId, "retry", REASON).code()).isEqualTo("SAGA_FINISHED");
    assertThat(lastEntry(order).path("actor").asString()).isEqualTo("checkout");
    RUNS.goDown();
    Answer unanswered = act(workflowId, "restart", REASON);
    assertThat(unanswered.status()).isEqualTo(503);
    assertThat(unanswered.code()).isEqualTo("SAGA_ENGINE_UNAVAILABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"checkout-999999", "refund-999999", "checkout-", "checkout-0", "order-7", "x"})
  void aWorkflowThatIsNoneOfOursIsNotFound(String workflowId) {
    Answer answer = act(workflowId, "restart", REASON);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("SAGA_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":null}"})
  void everyActionNeedsAReason(String body) {
    OrderId order = underWay();

    assertThat(act("checkout-" + order, "restart", body).status()).isEqualTo(400);
    assertThat(act("checkout-" + order, "retry", body).status()).isEqualTo(400);
    assertThat(act("checkout-" + order, "resolve", body).status()).isEqualTo(400);
  }

  @Test
  void theRowsAloneTellWhileTemporalIsDown() {
    OrderId order = paid();
    refused(order);
    RUNS.goDown();

    JsonNode found = sagas("?orderId=" + order);

    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("complete").asBoolean()).isFalse();
    assertThat(found.path("missing").toString()).contains("told to be down");
  }

  @Test
  void withoutAnIndexOnlyOpenRowsAreLookedAt() {
    OrderId order = underWay();
    RUNS.wedged("checkout-" + order);
    RUNS.loseItsIndex();

    JsonNode found = sagas("?orderId=" + order);

    assertThat(found.at("/items/0/cause").asString()).isEqualTo("WORKFLOW_TASK_FAILING");
    assertThat(found.path("complete").asBoolean()).isFalse();
    assertThat(found.path("missing").toString()).contains("told to have no index");
  }

  @Test
  void pagesAndFiltersOldestFirst() {
    OrderId one = paid();
    refused(one);
    OrderId other = paid();
    refused(other);
    OrderId wedged = underWay();
    RUNS.wedged("checkout-" + wedged);

    JsonNode first = sagas("?cause=REFUND_REFUSED&size=1");
    JsonNode second = sagas("?cause=REFUND_REFUSED&size=1&page=1");

    assertThat(first.path("total").asInt()).isEqualTo(2);
    assertThat(first.at("/items/0/orderId").asLong()).isEqualTo(one.value());
    assertThat(second.at("/items/0/orderId").asLong()).isEqualTo(other.value());
    assertThat(second.path("page").asInt()).isEqualTo(1);
    assertThat(sagas("?kind=CHECKOUT&orderId=" + wedged).path("total").asInt()).isEqualTo(1);
    assertThat(sagas("?kind=REFUND&orderId=" + wedged).path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=-1",
        "size=0",
        "size=101",
        "size=x",
        "cause=BAD_LUCK",
        "kind=ORDER",
        "orderId=0"
      })
  void refusesWhatItDoesNotUnderstand(String query) {
    assertThat(get(support(), "/operations/sagas?" + query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/operations/sagas", "/operations/events"})
  void isForTheStaff(String path) {
    assertThat(get(null, path).status()).isEqualTo(401);
    assertThat(get(customer(), path).status()).isEqualTo(403);
    assertThat(post(customer(), "/operations/sagas/checkout-1/restart", REASON).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/operations",
        "/operations/outbox",
        "/operations/dead-letters",
        "/operations/sagasX",
        "/operations/events/x",
        "/operations/anything"
      })
  void opensNothingElseToTheSupport(String path) {
    assertThat(get(support(), path).status()).isEqualTo(403);
  }

  @Test
  void tellsHowManyThereAreAndWhenThatChanges() throws IOException {
    try (EventStream support = listen(support(), "/operations/events");
        EventStream admin = listen(admin(), "/operations/events")) {
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count(support) >= 0);
      int before = count(support);
      refused(paid());

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> count(support) == before + 1 && count(admin) == before + 1);
      int told = support.events("sagas").size();
      support.awaitHeartbeat();
      assertThat(support.events("sagas")).hasSize(told);
    }
  }

  /** How many refused refunds were told last; -1 before anything was. */
  private static int count(EventStream stream) {
    List<EventStream.Event> told = stream.events("sagas");
    return told.isEmpty() ? -1 : told.getLast().data().at("/byCause/REFUND_REFUSED").asInt();
  }
}
