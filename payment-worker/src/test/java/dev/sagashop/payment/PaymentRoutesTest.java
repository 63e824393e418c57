package dev.sagashop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.activities.OrderId;
import dev.sagashop.activities.payment.PaymentActivities;
import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.payment.provider.ProviderUnreachable;
import dev.sagashop.platform.temporal.RunningWorkflows;
import dev.sagashop.platform.temporal.TemporalOutOfReach;
import dev.sagashop.platform.web.testing.CommittedApi;
import dev.sagashop.platform.web.testing.TestTokens;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The routes, as their callers see them. They need neither Kafka nor Temporal. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "sagashop.outbox.relay-enabled=false",
      // Nobody listens there; what the routes ask of Temporal is answered below.
      "spring.temporal.connection.target=localhost:1"
    })
class PaymentRoutesTest {

  private static final TestTokens TOKENS = TestTokens.start();
  private static final TestProvider PROVIDER = TestProvider.start();
  private static final StubOrders ORDERS = StubOrders.start();

  /** Ids of the workflows that are under way. */
  private static final Set<String> RUNNING = ConcurrentHashMap.newKeySet();

  private static volatile boolean temporalIsDown;

  @TestConfiguration(proxyBeanMethods = false)
  static class Sagas {

    @Bean
    RunningWorkflows runningWorkflows() {
      return workflowId -> {
        if (temporalIsDown) {
          throw new TemporalOutOfReach(workflowId + " is running", new IOException("no answer"));
        }
        return RUNNING.contains(workflowId);
      };
    }
  }

  @DynamicPropertySource
  static void parts(DynamicPropertyRegistry registry) {
    TestDatabase database = TestDatabases.fresh();
    registry.add("spring.datasource.url", database::jdbcUrl);
    registry.add("spring.datasource.username", database::username);
    registry.add("spring.datasource.password", database::password);
    registry.add("sagashop.web.jwks-uri", TOKENS::jwksUri);
    registry.add("sagashop.payment.provider.base-url", PROVIDER::url);
    registry.add("sagashop.payment.orders.base-url", ORDERS::url);
  }

  @AfterAll
  static void stopOthers() {
    TOKENS.close();
    PROVIDER.close();
    ORDERS.close();
  }

  private final RestTestClient http;
  private final PaymentActivities saga;
  private final JdbcClient jdbc;

  @Autowired
  PaymentRoutesTest(@LocalServerPort int port, PaymentActivities saga, JdbcClient jdbc) {
    this.http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    this.saga = saga;
    this.jdbc = jdbc;
  }

  @AfterEach
  void theOthersWorkAgain() {
    temporalIsDown = false;
    RUNNING.clear();
    simulate("{}").expectStatus().isOk();
  }

  @Test
  void describesItselfAsCommitted() {
    String description =
        http.get().uri("/v3/api-docs").exchange().returnResult(String.class).getResponseBody();

    CommittedApi.expectSame("payment-service", Objects.requireNonNull(description));
  }

  @Test
  void anAdminChargesAnOrderOnce() {
    OrderId order = PaymentFixture.newOrder();

    initiate(order, "84.97")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.orderId")
        .isEqualTo(order.value())
        .jsonPath("$.status")
        .isEqualTo("COMPLETED")
        .jsonPath("$.amount")
        .isEqualTo(84.97)
        .jsonPath("$.transactionId")
        .isNotEmpty()
        .jsonPath("$.createdAt")
        .value(String.class, time -> assertThat(time).doesNotContain("Z").contains("T"));
    initiate(order, "10.00")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.amount")
        .isEqualTo(84.97);

    assertThat(topics(order)).containsExactly("payment-success");
  }

  @Test
  void anAdminCannotTakeAPaymentFromARunningSaga() {
    OrderId order = PaymentFixture.newOrder();
    simulate("{\"errors\": 1}");
    assertThatThrownBy(() -> saga.charge(PaymentFixture.charge(order)))
        .isInstanceOf(ProviderUnreachable.class);

    refused(initiate(order, "84.97"), 409, "PAYMENT_OWNED_BY_SAGA");
    saga.charge(PaymentFixture.charge(order));
  }

  @Test
  void anAdminCannotForestallACheckoutThatHasNotComeToItsCharge() {
    OrderId order = PaymentFixture.newOrder();
    RUNNING.add("checkout-" + order);

    refused(initiate(order, "84.97"), 409, "PAYMENT_OWNED_BY_SAGA");
    assertThat(topics(order)).isEmpty();

    RUNNING.clear();
    initiate(order, "84.97").expectStatus().isOk();
  }

  @Test
  void anAdminChargesNothingButAnOpenOrderForWhatItCosts() {
    OrderId missing = PaymentFixture.newOrder();
    ORDERS.isMissing(missing);
    OrderId cancelled = PaymentFixture.newOrder();
    ORDERS.isCancelled(cancelled);
    OrderId cheaper = PaymentFixture.newOrder();

    refused(initiate(missing, "84.97"), 404, "ORDER_NOT_FOUND");
    refused(initiate(cancelled, "84.97"), 409, "ORDER_NOT_PAYABLE");
    refused(initiate(cheaper, "84.98"), 422, "AMOUNT_DIFFERS");

    for (OrderId order : List.of(missing, cancelled, cheaper)) {
      assertThat(topics(order)).isEmpty();
    }
  }

  private static void refused(RestTestClient.ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  @Test
  void nothingIsChargedWhileNobodyKnowsWhetherACheckoutIsUnderWay() {
    OrderId order = PaymentFixture.newOrder();
    temporalIsDown = true;

    refused(initiate(order, "84.97"), 503, "SAGA_UNKNOWN");
    assertThat(topics(order)).isEmpty();
  }

  @Test
  void aDeclinedOrVoidedPaymentStaysSo() {
    OrderId declined = PaymentFixture.newOrder();
    simulate("{\"declines\": 1}");
    initiate(declined, "84.97").expectBody().jsonPath("$.status").isEqualTo("FAILED");
    OrderId voided = PaymentFixture.newOrder();
    saga.voidCharge(PaymentFixture.voidOf(voided));

    for (OrderId order : List.of(declined, voided)) {
      initiate(order, "84.97")
          .expectStatus()
          .isEqualTo(409)
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("PAYMENT_ALREADY_DECIDED");
    }
    assertThat(topics(declined)).containsExactly("payment-failed");
    assertThat(topics(voided)).isEmpty();
  }

  @Test
  void aLostReplyIsAskedAgainByRepeatingTheRequest() {
    OrderId order = PaymentFixture.newOrder();
    simulate("{\"loseReplies\": 1}");

    refused(initiate(order, "84.97"), 503, "PAYMENT_OUTCOME_UNKNOWN");
    initiate(order, "84.97")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("COMPLETED");

    get("/payments/simulator/journal?orderId=" + order, TOKENS.admin(1))
        .expectBody()
        .jsonPath("$.length()")
        .isEqualTo(1)
        .jsonPath("$[0].outcome")
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void anInvalidRequestIsRefusedBeforeAnythingHappens() {
    http.post()
        .uri("/payments/initiate")
        .header("Authorization", "Bearer " + TOKENS.admin(1))
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"orderId\": 0, \"amount\": 0, \"paymentMethod\": \" \"}")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors.length()")
        .isEqualTo(3);
  }

  @Test
  void onlyAdminsMoveMoneyAndSupportMayLook() {
    OrderId order = PaymentFixture.newOrder();
    saga.charge(PaymentFixture.charge(order));
    String path = "/payments?orderId=" + order;

    http.get().uri(path).exchange().expectStatus().isUnauthorized();
    get(path, TOKENS.customer(7)).expectStatus().isForbidden();
    get(path, TOKENS.support(2)).expectStatus().isOk();
    get("/payments/simulator", TOKENS.support(2)).expectStatus().isForbidden();
    initiate(order, "84.97", TOKENS.support(2)).expectStatus().isForbidden();
  }

  @Test
  void theDeskSeesThePaymentWithItsRefunds() {
    OrderId order = PaymentFixture.newOrder();
    saga.charge(PaymentFixture.charge(order));
    saga.refund(PaymentFixture.refund(PaymentFixture.newRefund(), order, "10.00"));

    get("/payments?orderId=" + order, TOKENS.support(2))
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("COMPLETED")
        .jsonPath("$.refundedAmount")
        .isEqualTo(10.00)
        .jsonPath("$.refunds[0].state")
        .isEqualTo("SUCCEEDED")
        .jsonPath("$.refunds[0].amount")
        .isEqualTo(10.00);
    get("/payments?orderId=999999", TOKENS.support(2))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("PAYMENT_NOT_FOUND");
    get("/payments?orderId=-1", TOKENS.support(2)).expectStatus().isBadRequest();
  }

  @Test
  void theSimulatorShowsItsSettingsAndTotals() {
    simulate(
            """
            {"mode": "HASHED", "failureReason": "CARD_STOLEN", "refuseRefunds": true,
             "declinedCustomers": [13], "slowMillis": 1}
            """)
        .expectStatus()
        .isOk();

    get("/payments/simulator", TOKENS.admin(1))
        .expectBody()
        .jsonPath("$.settings.mode")
        .isEqualTo("HASHED")
        .jsonPath("$.settings.declinedCustomers[0]")
        .isEqualTo(13)
        .jsonPath("$.settings.refuseRefunds")
        .isEqualTo(true)
        .jsonPath("$.totals.captured")
        .exists();
    simulate("{\"mode\": \"SOMETIMES\"}").expectStatus().isBadRequest();
    simulate("{\"declines\": -1}").expectStatus().isBadRequest();
    simulate("{\"loseReplies\": -2}")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("INVALID_REQUEST")
        .jsonPath("$.message")
        .value(String.class, message -> assertThat(message).contains("loseReplies is -2"));
    simulate("not JSON").expectStatus().isBadRequest();
  }

  @Test
  void theProviderCanBeDownAndIsStillSwitched() {
    OrderId order = PaymentFixture.newOrder();
    simulate("{\"down\": true}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.settings.down")
        .isEqualTo(true);

    refused(initiate(order, "84.97"), 503, "PAYMENT_OUTCOME_UNKNOWN");
    simulate("{}").expectStatus().isOk();
    initiate(order, "84.97").expectBody().jsonPath("$.status").isEqualTo("COMPLETED");
  }

  private RestTestClient.ResponseSpec initiate(OrderId order, String amount) {
    return initiate(order, amount, TOKENS.admin(1));
  }

  private RestTestClient.ResponseSpec initiate(OrderId order, String amount, String token) {
    return http.post()
        .uri("/payments/initiate")
        .header("Authorization", "Bearer " + token)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            "{\"orderId\": %s, \"amount\": %s, \"paymentMethod\": \"CARD\"}"
                .formatted(order, amount))
        .exchange();
  }

  private RestTestClient.ResponseSpec simulate(String settings) {
    return http.put()
        .uri("/payments/simulator")
        .header("Authorization", "Bearer " + TOKENS.admin(1))
        .contentType(MediaType.APPLICATION_JSON)
        .body(settings)
        .exchange();
  }

  private RestTestClient.ResponseSpec get(String path, String token) {
    return http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
  }

  private List<String> topics(OrderId order) {
    return jdbc.sql("select topic from outbox_events where aggregate_key = :orderId order by id")
        .param("orderId", order.toString())
        .query(String.class)
        .list();
  }
}
