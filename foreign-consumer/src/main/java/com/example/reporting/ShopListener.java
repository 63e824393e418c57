package com.example.reporting;

import com.example.reporting.event.GoodsHeld;
import com.example.reporting.event.GoodsMissing;
import com.example.reporting.event.MoneyReceived;
import com.example.reporting.event.MoneyRefused;
import com.example.reporting.event.MoneyReturned;
import com.example.reporting.event.MoneyWanted;
import com.example.reporting.event.OrderPlaced;
import com.example.reporting.event.OrderWithdrawn;
import com.example.reporting.event.PartReturned;
import com.example.reporting.event.ReturnRefused;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** One method for each topic. A record of another class than the method's does not get through. */
@Component
class ShopListener {

  private static final Logger LOG = LoggerFactory.getLogger(ShopListener.class);

  private final Journal journal;

  ShopListener(Journal journal) {
    this.journal = journal;
  }

  @KafkaListener(topics = "order-created")
  void placed(ConsumerRecord<String, OrderPlaced> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "order-cancelled")
  void withdrawn(ConsumerRecord<String, OrderWithdrawn> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "refund-requested")
  void moneyWanted(ConsumerRecord<String, MoneyWanted> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "inventory-reserved")
  void goodsHeld(ConsumerRecord<String, GoodsHeld> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "inventory-failed")
  void goodsMissing(ConsumerRecord<String, GoodsMissing> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "payment-success")
  void moneyReceived(ConsumerRecord<String, MoneyReceived> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "payment-failed")
  void moneyRefused(ConsumerRecord<String, MoneyRefused> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "refund-success")
  void moneyReturned(ConsumerRecord<String, MoneyReturned> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "refund-failed")
  void returnRefused(ConsumerRecord<String, ReturnRefused> event) {
    note(event, event.value(), event.value().orderId());
  }

  @KafkaListener(topics = "order-refunds")
  void partReturned(ConsumerRecord<String, PartReturned> event) {
    note(event, event.value(), event.value().orderId());
  }

  private void note(ConsumerRecord<String, ?> event, Object value, long orderId) {
    LOG.info(
        "{}-{}@{} order {}: {}", event.topic(), event.partition(), event.offset(), orderId, value);
    journal.received(event, value);
  }
}
