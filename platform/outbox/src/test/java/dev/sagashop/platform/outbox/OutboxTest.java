package dev.sagashop.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.tracing.Tracer;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {

  record Payload(long orderId, BigDecimal totalAmount, List<String> items) {}

  private final String topic = Topic.newName();
  private final Service service = Service.withoutRelay(Parts.database(), topic);

  @AfterAll
  void stop() {
    service.close();
  }

  private OutboxEvent event(String aggregateKey) {
    return new OutboxEvent(
        topic, aggregateKey, "alias", new Payload(7, new BigDecimal("84.90"), List.of("a")));
  }

  @Test
  void keepsAnEventWithTheTransactionOfItsFact() {
    service.append(event("kept"));
    assertThat(service.count("aggregate_key = 'kept' and status = 'PENDING'")).isEqualTo(1);
  }

  @Test
  void keepsNothingOfATransactionThatIsRolledBack() {
    service
        .transaction()
        .executeWithoutResult(
            status -> {
              service.bean(Outbox.class).append(event("undone"));
              status.setRollbackOnly();
            });
    assertThat(service.count("aggregate_key = 'undone'")).isZero();
    service.append(event("undone"));
    assertThat(service.count("aggregate_key = 'undone' and sequence = 1")).isEqualTo(1);
  }

  @Test
  void refusesAnEventWithoutTransaction() {
    assertThatThrownBy(() -> service.bean(Outbox.class).append(event("alone")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No transaction is open")
        .hasMessageContaining("@Transactional");
  }

  @Test
  void refusesATopicThatNobodyWouldCreate() {
    assertThatThrownBy(() -> service.append(new OutboxEvent("elsewhere", "1", "alias", List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elsewhere")
        .hasMessageContaining("sagashop.outbox.topics");
  }

  @Test
  void writesAmountsAsNumbersWithTheirDecimals() {
    var large = new Payload(1, new BigDecimal("1.999E+6").setScale(2), List.of());
    service.append(event("amounts"), new OutboxEvent(topic, "amounts", "alias", large));
    assertThat(
            service
                .jdbc()
                .sql(
                    "select payload from outbox_events where aggregate_key = 'amounts' order by id")
                .query(String.class)
                .list())
        .containsExactly(
            "{\"orderId\":7,\"totalAmount\":84.90,\"items\":[\"a\"]}",
            "{\"orderId\":1,\"totalAmount\":1999000.00,\"items\":[]}");
  }

  @Test
  void numbersTheEventsOfEachAggregateWithoutGap() {
    service.append(event("first"), event("first"), event("second"), event("first"));
    assertThat(
            service
                .jdbc()
                .sql("select sequence from outbox_events where aggregate_key = 'first' order by id")
                .query(Long.class)
                .list())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void remembersTheTraceOfTheAppend() {
    Tracer tracer = service.bean(Tracer.class);
    var span = tracer.nextSpan().name("request").start();
    try (var scope = tracer.withSpan(span)) {
      assertThat(scope).isNotNull();
      service.append(event("traced"));
    } finally {
      span.end();
    }
    assertThat(
            service.count(
                "aggregate_key = 'traced' and trace_id = '%s' and parent_span_id = '%s'"
                    .formatted(span.context().traceId(), span.context().spanId())))
        .isEqualTo(1);
  }
}
