package dev.sagashop.inventory.reservation;

import dev.sagashop.activities.OrderId;
import dev.sagashop.platform.outbox.EventIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The only event of the saga that the inventory follows: a paid order commits its reservation. */
@Component
class PaymentSuccessListener {

  static final String GROUP = "sagashop-inventory-service";
  static final String TOPIC = "payment-success";

  private final Committing committing;
  private final JsonMapper json;
  private final MeterRegistry meters;

  PaymentSuccessListener(Committing committing, JsonMapper json, MeterRegistry meters) {
    this.committing = committing;
    this.json = json;
    this.meters = meters;
  }

  @KafkaListener(id = "commit-paid-orders", idIsGroup = false, topics = TOPIC, groupId = GROUP)
  void commit(ConsumerRecord<String, byte[]> record) {
    var paid = json.readValue(record.value(), PaymentSuccess.class);
    var outcome = committing.commitPaid(new OrderId(paid.orderId()), GROUP, EventIds.of(record));
    meters
        .counter("inventory.commit", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  /** The part of the payload that matters here. */
  record PaymentSuccess(long orderId) {}
}
