package dev.sagashop.audit;

import dev.sagashop.audit.sources.Topic;
import dev.sagashop.launcher.parts.TestParts;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What happened in the small shop. Order 1 was paid, one of its two units came back; 2 was
 * declined; 3 was cancelled and refunded; the refund of 4 was refused; 5 is being paid; 6 was
 * delivered; 7 was charged after its end and refunded outside the provider; 8 was out of stock; 9
 * expired.
 */
final class Stories {
  static final String ORDERS =
      """
      insert into orders (id, user_id, status, total_amount, currency, paid_at, transaction_id,
                          cancelled_at, cancel_reason) overriding system value values
        (1, 1, 'PAID', 20, 'USD', now(), 't1', null, null),
        (2, 1, 'CANCELLED', 10, 'USD', null, null, now(), 'PAYMENT_DECLINED'),
        (3, 1, 'CANCELLED', 10, 'USD', now(), 't3', now(), 'CANCELLED_ON_REQUEST'),
        (4, 1, 'REFUND_FAILED', 10, 'USD', now(), 't4', now(), 'CANCELLED_ON_REQUEST'),
        (5, 1, 'PAYMENT_PENDING', 10, 'USD', null, null, null, null),
        (6, 1, 'DELIVERED', 10, 'USD', now(), 't6', null, null),
        (7, 1, 'CANCELLED', 10, 'USD', null, null, now(), 'CANCELLED_ON_REQUEST'),
        (8, 1, 'CANCELLED', 10, 'USD', null, null, now(), 'OUT_OF_STOCK'),
        (9, 1, 'CANCELLED', 10, 'USD', null, null, now(), 'PAYMENT_EXPIRED');
      insert into refunds (id, order_id, kind, amount, currency, transaction_id, status, attempt,
                           reason, requested_by) overriding system value values
        (11, 1, 'LINES', 10, 'USD', 't1', 'SUCCEEDED', 1, null, 'support'),
        (13, 3, 'FULL', 10, 'USD', 't3', 'SUCCEEDED', 2, null, 'user 1'),
        (14, 4, 'FULL', 10, 'USD', 't4', 'FAILED', 1, 'ACCOUNT_CLOSED', 'user 1'),
        (17, 7, 'LATE_CHARGE', 10, 'USD', 't7', 'SUCCEEDED', 1, null, 'checkout');
      insert into refund_lines (refund_id, product_id, sku, quantity) values (11, 1, 'SKU-001', 1);
      insert into order_items (order_id, line_number, product_id, sku, title, quantity, price)
        select id, 1, 1, 'SKU-001', 'Lamp', (total_amount / 10)::int, 10 from orders;
      insert into order_timeline (order_id, actor, what, to_status)
        select id, 'user 1', 'placed the order', 'CREATED' from orders;
      insert into order_timeline (order_id, actor, what, from_status, to_status)
        select id, 'checkout', 'went on', 'CREATED', status from orders;
      """;

  static final String STOCK =
      """
      insert into stock (sku, product_id, on_hand, reserved) values
        ('SKU-001', 1, 6, 1), ('SKU-002', 2, 0, 0);
      insert into reservations (order_id, origin, status, reason_code, reason_sku,
                                reason_product_id, committed_at, released_at) values
        (1, 'SAGA', 'COMMITTED', null, null, null, now(), null),
        (2, 'SAGA', 'RELEASED', null, null, null, null, now()),
        (3, 'SAGA', 'RETURNED', null, null, null, now(), now()),
        (4, 'SAGA', 'COMMITTED', null, null, null, now(), null),
        (5, 'SAGA', 'RESERVED', null, null, null, null, null),
        (6, 'SAGA', 'COMMITTED', null, null, null, now(), null),
        (7, 'SAGA', 'RELEASED', null, null, null, null, now()),
        (8, 'SAGA', 'FAILED', 'NO_STOCK_RECORD', 'SKU-002', 2, null, null),
        (9, 'SAGA', 'RELEASED', null, null, null, null, now());
      insert into reservation_items (order_id, sku, product_id, quantity) values
        (1, 'SKU-001', 1, 2), (2, 'SKU-001', 1, 1), (3, 'SKU-001', 1, 1), (4, 'SKU-001', 1, 1),
        (5, 'SKU-001', 1, 1), (6, 'SKU-001', 1, 2), (7, 'SKU-001', 1, 1), (9, 'SKU-001', 1, 1);
      insert into returned_items (refund_id, order_id, sku, quantity) values (11, 1, 'SKU-001', 1);
      insert into stock_movements (sku, delta, kind, order_id, actor) values
        ('SKU-001', 10, 'RECEIVED', null, 'admin'),
        ('SKU-001', -2, 'SOLD', 1, 'payment-success'), ('SKU-001', 1, 'RETURNED', 1, 'saga'),
        ('SKU-001', -1, 'SOLD', 3, 'payment-success'), ('SKU-001', 1, 'RETURNED', 3, 'saga'),
        ('SKU-001', -1, 'SOLD', 4, 'payment-success'), ('SKU-001', -2, 'SOLD', 6, 'payment-success');
      """;

  static final String PAYMENTS =
      """
      insert into payments (order_id, transaction_id, amount, currency, payment_method, origin,
                            status, decline_reason, refunded_amount) values
        (1, 't1', 20, 'USD', 'CARD', 'SAGA', 'COMPLETED', null, 10),
        (2, 't2', 10, 'USD', 'CARD', 'SAGA', 'FAILED', 'CARD_EXPIRED', 0),
        (3, 't3', 10, 'USD', 'CARD', 'SAGA', 'REFUNDED', null, 10),
        (4, 't4', 10, 'USD', 'CARD', 'SAGA', 'COMPLETED', null, 0),
        (5, 't5', 10, 'USD', 'CARD', 'SAGA', 'PENDING', null, 0),
        (6, 't6', 10, 'USD', 'CARD', 'SAGA', 'COMPLETED', null, 0),
        (7, 't7', 10, 'USD', 'CARD', 'SAGA', 'REFUNDED', null, 10);
      insert into refunds (refund_id, attempt, order_id, amount, currency, partial, state, reason,
                           decided_at, outside_reference) values
        (11, 1, 1, 10, 'USD', true, 'SUCCEEDED', null, now(), null),
        (13, 1, 3, 10, 'USD', false, 'REFUSED', 'ACCOUNT_CLOSED', now(), null),
        (13, 2, 3, 10, 'USD', false, 'SUCCEEDED', null, now(), null),
        (14, 1, 4, 10, 'USD', false, 'REFUSED', 'ACCOUNT_CLOSED', now(), null),
        (17, 1, 7, 10, 'USD', false, 'SUCCEEDED', null, now(), 'bank transfer 4711');
      insert into ledger (order_id, kind, state, idempotency_key, amount, currency)
        select order_id, 'CHARGE', 'PENDING', 'charge:' || order_id, amount, currency from payments;
      insert into ledger (order_id, kind, state, idempotency_key, amount, currency)
        select order_id, 'CHARGE', case status when 'FAILED' then 'FAILED' else 'SUCCEEDED' end,
               'charge:' || order_id, amount, currency
        from payments where status <> 'PENDING';
      insert into ledger (order_id, kind, state, idempotency_key, amount, currency)
        select order_id, 'REFUND', case state when 'REFUSED' then 'FAILED' else state end,
               format('refund:%s:%s', refund_id, attempt), amount, currency
        from refunds;
      """;

  static final List<String> JOURNAL =
      List.of(
          charge(1, "20.00", "SUCCEEDED"),
          charge(2, "10.00", "DECLINED"),
          charge(3, "10.00", "SUCCEEDED"),
          charge(4, "10.00", "SUCCEEDED"),
          charge(6, "10.00", "SUCCEEDED"),
          charge(7, "10.00", "SUCCEEDED"),
          refund("refund:11:1", 1, "10.00", "SUCCEEDED"),
          refund("refund:13:1", 3, "10.00", "REFUSED"),
          refund("refund:13:2", 3, "10.00", "SUCCEEDED"),
          refund("refund:14:1", 4, "10.00", "REFUSED"));

  private Stories() {}

  static String charge(long orderId, String amount, String outcome) {
    return entry("charge:" + orderId, "CHARGE", orderId, amount, outcome);
  }

  static String refund(String key, long orderId, String amount, String outcome) {
    return entry(key, "REFUND", orderId, amount, outcome);
  }

  private static String entry(
      String key, String kind, long orderId, String amount, String outcome) {
    return """
    {"idempotencyKey":"%s","kind":"%s","chargeKey":"charge:%d","orderId":%d,"amount":%s,\
    "currency":"USD","outcome":"%s","reference":"sim_1","reason":null,"at":"2026-01-01T12:00:00Z"}
    """
        .formatted(key, kind, orderId, orderId, amount, outcome);
  }

  /** Starts the workflows that run, and writes the events, once for all scenes. */
  static void tell() {
    startWorkflows();
    TestParts.kafka()
        .createTopics(Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestParts.kafka().bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      Told told = new Told(producer);
      for (long order = 1; order <= 9; order++) {
        // Order 6 is older than what the topics keep.
        told.add(order == 6 ? Topic.PAYMENT_SUCCESS : Topic.ORDER_CREATED, order);
      }
      told.add(Topic.INVENTORY_RESERVED, 1, 2, 3, 4, 5, 7, 9);
      told.add(Topic.INVENTORY_FAILED, 8);
      told.add(Topic.PAYMENT_SUCCESS, 1, 3, 4, 7);
      told.add(Topic.PAYMENT_FAILED, 2);
      told.add(Topic.ORDER_CANCELLED, 3, 4, 7);
      told.add(Topic.REFUND_REQUESTED, 3, 3, 4);
      told.add(Topic.REFUND_FAILED, 3);
      told.addTwice(Topic.REFUND_FAILED, 4);
      told.add(Topic.REFUND_SUCCESS, 3, 7);
      told.addWithoutNumber(Topic.REFUND_SUCCESS, 1);
    }
  }

  /** Writes events, numbered as the outbox does. */
  private static final class Told {
    private final KafkaProducer<String, String> producer;
    private int number;

    Told(KafkaProducer<String, String> producer) {
      this.producer = producer;
    }

    void add(Topic topic, long... orders) {
      for (long order : orders) {
        number++;
        send(topic, order, number);
      }
    }

    void addTwice(Topic topic, long order) {
      add(topic, order);
      send(topic, order, number);
    }

    void addWithoutNumber(Topic topic, long order) {
      send(new ProducerRecord<>(topic.topicName(), Long.toString(order), "{}"));
    }

    private void send(Topic topic, long order, int eventId) {
      ProducerRecord<String, String> told =
          new ProducerRecord<>(topic.topicName(), Long.toString(order), "{}");
      told.headers().add("event-id", Integer.toString(eventId).getBytes(StandardCharsets.UTF_8));
      send(told);
    }

    private void send(ProducerRecord<String, String> told) {
      try {
        producer.send(told).get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("cannot tell " + told, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while telling " + told, e);
      }
    }
  }

  private static void startWorkflows() {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(TestParts.temporal().address())
                .build());
    try {
      for (String id : List.of("checkout-5", "refund-14", "checkout-1")) {
        stubs
            .blockingStub()
            .startWorkflowExecution(
                StartWorkflowExecutionRequest.newBuilder()
                    .setNamespace(TestParts.temporal().namespace())
                    .setWorkflowId(id)
                    .setWorkflowType(WorkflowType.newBuilder().setName("Story"))
                    .setTaskQueue(TaskQueue.newBuilder().setName("nobody"))
                    .setRequestId(UUID.randomUUID().toString())
                    .build());
      }
      stubs
          .blockingStub()
          .terminateWorkflowExecution(
              TerminateWorkflowExecutionRequest.newBuilder()
                  .setNamespace(TestParts.temporal().namespace())
                  .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId("checkout-1"))
                  .build());
    } finally {
      stubs.shutdownNow();
    }
  }
}
