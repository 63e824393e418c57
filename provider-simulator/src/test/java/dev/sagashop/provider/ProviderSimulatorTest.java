package dev.sagashop.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.provider.Caller.Answer;
import dev.sagashop.provider.Caller.NoAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program decides and how it fails, by its routes. */
class ProviderSimulatorTest {

  private static final int CALLERS = 20;

  @TempDir private Path folder;
  private ProviderSimulator simulator;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    simulator =
        ProviderSimulator.start(
            0, folder, Settings.working(MockMode.SUCCESS, Settings.DEFAULT_FAILURE_REASON));
    caller = Caller.of(simulator.url());
  }

  @AfterEach
  void stop() throws IOException {
    simulator.close();
    caller.close();
  }

  @Test
  void anEntryTellsAllAboutItsDecision() {
    Answer charged = caller.charge(1, "84.9");

    assertThat(charged.status()).isEqualTo(200);
    assertThat(charged.body().propertyNames())
        .containsExactly(
            "idempotencyKey",
            "kind",
            "chargeKey",
            "orderId",
            "amount",
            "currency",
            "outcome",
            "reference",
            "reason",
            "at");
    assertThat(charged.text("idempotencyKey")).isEqualTo("charge:1");
    assertThat(charged.text("outcome")).isEqualTo("SUCCEEDED");
    assertThat(caller.get("/journal?orderId=1").body()).containsExactly(charged.body());
    assertThat(caller.get("/journal?orderId=2").body()).isEmpty();
  }

  @Test
  void aKeyIsDecidedOnceHoweverManyAskAtOnce() throws Exception {
    List<Answer> answers = Caller.atOnce(CALLERS, () -> caller.charge(1));

    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(journalLines()).hasSize(1);
  }

  @Test
  void manyKeysAtOnceAreAllKept() throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    LongStream.rangeClosed(1, 100).forEach(order -> calls.add(() -> caller.charge(order)));

    assertThat(Caller.atOnce(calls)).extracting(Answer::status).containsOnly(200);
    assertThat(journalLines()).hasSize(100);
    assertThat(caller.get("/settings").body().path("totals").path("charges").asInt())
        .isEqualTo(100);
  }

  @Test
  void refundsAtOnceNeverExceedTheirCharge() throws Exception {
    caller.charge(1);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int number = i;
      calls.add(() -> caller.refund(1, number, "10.00"));
    }

    List<Answer> answers = Caller.atOnce(calls);

    assertThat(answers).filteredOn(each -> each.text("outcome").equals("SUCCEEDED")).hasSize(8);
    assertThat(answers)
        .filteredOn(each -> each.text("outcome").equals("REFUSED"))
        .hasSize(CALLERS - 8)
        .allSatisfy(
            each ->
                assertThat(each.text("reason"))
                    .isEqualTo("Refunds would add up to more than the charge of 84.97"));
  }

  @Test
  void aKeyThatComesBackAsSomethingElseIsRefusedAndChangesNothing() {
    caller.charge(1);
    caller.charge(2);

    for (Answer refused :
        List.of(
            caller.charge(1, "84.98"),
            caller.post("/v1/charges", Caller.chargeOf(1, "84.97").replace("\": 1,", "\": 2,")),
            caller.post("/v1/charges", Caller.chargeOf(1, "84.97").replace("USD", "EUR")),
            caller.post(
                "/v1/refunds",
                """
                {"key": "charge:1", "chargeKey": "charge:2", "orderId": 2, "amount": 1, "currency": "USD"}
                """))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("code")).isEqualTo("KEY_REUSED");
    }
    assertThat(caller.get("/journal").body()).hasSize(2);
  }

  @Test
  void aVoidFencesItsKeyAndARefundNeedsACharge() {
    assertThat(caller.fence(1).text("outcome")).isEqualTo("VOIDED");
    assertThat(caller.charge(1).text("outcome")).isEqualTo("VOIDED");
    assertThat(caller.refund(1, 1, "1.00").text("reason"))
        .isEqualTo("There is no successful charge under charge:1");

    caller.charge(2);
    assertThat(caller.fence(2).text("outcome")).isEqualTo("SUCCEEDED");
    assertThat(
            caller
                .post(
                    "/v1/refunds",
                    """
                    {"key": "refund:x", "chargeKey": "charge:2", "orderId": 2, "amount": 1, "currency": "EUR"}
                    """)
                .text("reason"))
        .isEqualTo("Refund is in EUR, the charge in USD");
  }

  @Test
  void chargesAreDeclinedByCountByCustomerAndByMode() {
    caller.set("{\"declines\": 1, \"failureReason\": \"CARD_STOLEN\"}");
    assertThat(caller.charge(1).text("reason")).isEqualTo("CARD_STOLEN");
    assertThat(caller.charge(2).text("outcome")).isEqualTo("SUCCEEDED");
    caller.set("{\"declinedCustomers\": [7]}");
    assertThat(caller.charge(3).text("reason")).isEqualTo("MOCK_DECLINED");
    caller.set("{\"mode\": \"FAIL\"}");
    assertThat(caller.charge(4).text("outcome")).isEqualTo("DECLINED");
    caller.set("{\"mode\": \"HASHED\"}");
    assertThat(caller.charge(5).text("outcome")).isEqualTo("DECLINED");
    assertThat(caller.charge(6).text("outcome")).isEqualTo("SUCCEEDED");
    caller.set("{}");
    assertThat(caller.charge(5).text("outcome")).isEqualTo("DECLINED");
  }

  @Test
  void refundsAreRefusedUntilSwitchedOff() {
    caller.charge(1);
    caller.set("{\"refuseRefunds\": true, \"failureReason\": \"ACCOUNT_CLOSED\"}");
    assertThat(caller.refund(1, 1, "84.97").text("reason")).isEqualTo("ACCOUNT_CLOSED");
    caller.set("{}");
    assertThat(caller.refund(1, 1, "84.97").text("outcome")).isEqualTo("REFUSED");
    assertThat(caller.refund(1, 2, "84.97").text("outcome")).isEqualTo("SUCCEEDED");
  }

  @Test
  void downAnswersNobodyAndDoesNothing() {
    caller.set("{\"down\": true}");

    assertThatThrownBy(() -> caller.charge(1)).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> caller.fence(1)).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> caller.refund(1, 1, "1.00")).isInstanceOf(NoAnswer.class);
    assertThat(caller.get("/health").text("status")).isEqualTo("UP");
    assertThat(caller.get("/journal").body()).isEmpty();
    assertThat(caller.set("{\"down\": false}").status()).isEqualTo(200);
    assertThat(caller.charge(1).text("outcome")).isEqualTo("SUCCEEDED");
  }

  @Test
  void errorsAreAnsweredBeforeAnythingIsDone() {
    caller.set("{\"errors\": 1}");
    assertThat(caller.charge(1).status()).isEqualTo(503);
    assertThat(caller.get("/journal").body()).isEmpty();
    assertThat(caller.charge(1).status()).isEqualTo(200);

    caller.set("{\"errors\": -1}");
    for (int i = 0; i < 5; i++) {
      assertThat(caller.charge(2).status()).isEqualTo(503);
    }
    caller.set("{}");
    assertThat(caller.charge(2).status()).isEqualTo(200);
  }

  @Test
  void aLostReplyIsLostAfterTheWorkIsDone() {
    caller.set("{\"loseReplies\": 1}");
    assertThatThrownBy(() -> caller.charge(1)).isInstanceOf(NoAnswer.class);
    assertThat(caller.get("/journal").body().get(0).path("outcome").asString())
        .isEqualTo("SUCCEEDED");
    assertThat(caller.charge(1).text("outcome")).isEqualTo("SUCCEEDED");

    caller.set("{\"loseReplies\": -1}");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> caller.charge(2)).isInstanceOf(NoAnswer.class);
    }
    assertThat(caller.get("/journal").body()).hasSize(2);
  }

  @Test
  void aSlowAnswerIsSlowBeforeAnythingIsDone() {
    caller.set("{\"slowMillis\": 60000}");

    assertThatThrownBy(
            () ->
                caller.send(
                    "POST", "/v1/charges", Caller.chargeOf(1, "84.97"), Duration.ofMillis(300)))
        .isInstanceOf(NoAnswer.class);
    assertThat(caller.get("/journal").body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST /v1/charges | ``           | cannot be read",
        "POST /v1/charges | {\"key\":    | cannot be read",
        "POST /v1/charges | null         | The body is null",
        "POST /v1/charges | []           | cannot be read",
        "POST /v1/voids   | {}           | key has 0 characters, expected 1 to 200",
        "POST /v1/charges | {\"key\": \"a\", \"orderId\": 0} | orderId is 0",
        "POST /v1/charges | {\"key\": \"a\", \"orderId\": 1.5} | cannot be read",
        "POST /v1/charges | {\"key\": \"a\", \"orderId\": 1, \"amount\": -1} | amount is -1",
        "POST /v1/charges | {\"key\": \"a\", \"orderId\": 1, \"amount\": 1.234} | amount is 1.234",
        "POST /v1/charges | {\"key\": \"a\", \"orderId\": 1, \"amount\": 1e99} | amount is 1E+99",
        "POST /v1/charges | {\"key\": \"a\", \"orderId\": 1, \"amount\": 1, \"currency\": \"usd\"} | currency is usd",
        "POST /v1/refunds | {\"key\": \"a\", \"orderId\": 1, \"amount\": 1, \"currency\": \"USD\"} | chargeKey has 0 characters",
        "PUT /settings    | {\"mode\": \"SOMETIMES\"} | MockMode",
        "PUT /settings    | {\"loseReplies\": -2} | loseReplies is -2, expected a number from -1",
        "PUT /settings    | {\"declines\": -1} | declines is -1, expected a number from 0",
        "PUT /settings    | {\"slowMillis\": 60001} | slowMillis is 60001",
        "PUT /settings    | {\"failureReason\": \" \"} | failureReason",
        "PUT /settings    | {\"declinedCustomers\": [7, null]} | declinedCustomers has a null",
        "GET /journal?orderId=x | `` | orderId=NUMBER"
      })
  void aBadRequestIsExplainedAndChangesNothing(String route, String body, String message) {
    String[] words = route.split(" ", 2);

    Answer answer = caller.send(words[0], words[1], body, Duration.ofSeconds(60));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("INVALID_REQUEST");
    assertThat(answer.text("message")).contains(message);
    assertThat(caller.get("/journal").body()).isEmpty();
    assertThat(caller.get("/settings").body().path("settings").path("mode").asString())
        .isEqualTo("SUCCESS");
  }

  @Test
  void anUnknownRouteIsExplained() {
    assertThat(caller.get("/v1/charges").status()).isEqualTo(404);
    assertThat(caller.get("/charges").text("message")).contains("POST /v1/charges");
    assertThat(caller.post("/v1/charges", "x".repeat(70_000)).text("message"))
        .contains("65536 bytes");
  }

  private List<String> journalLines() throws IOException {
    return Files.readAllLines(folder.resolve("journal.jsonl"));
  }
}
