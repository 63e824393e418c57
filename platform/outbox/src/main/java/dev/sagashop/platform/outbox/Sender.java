package dev.sagashop.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/** Sends claimed events with one producer, all at once, and waits for what became of each. */
final class Sender {

  private final Supplier<Producer<String, byte[]>> producers;
  private final Duration longestSend;

  /** Null before the first send, and after an error that the producer does not recover from. */
  private volatile @Nullable Producer<String, byte[]> producer;

  /**
   * @param longestSend delivery timeout + max block: what a send may take from call to end
   */
  Sender(Supplier<Producer<String, byte[]>> producers, Duration longestSend) {
    this.producers = producers;
    this.longestSend = longestSend;
  }

  /**
   * @param deadline of {@link System#nanoTime()}: no send is begun that could end after it
   */
  List<Delivery> send(List<ClaimedEvent> events, long deadline) throws InterruptedException {
    var acknowledgements = new ArrayList<CompletableFuture<RecordMetadata>>();
    Set<String> silentTopics = new HashSet<>();
    for (ClaimedEvent event : events) {
      CompletableFuture<RecordMetadata> acknowledgement;
      // A topic without metadata blocks its sender for long: once in a batch is enough.
      if (silentTopics.contains(event.topic())
          || deadline - System.nanoTime() < longestSend.toNanos()) {
        acknowledgement =
            CompletableFuture.failedFuture(
                new TimeoutException("not sent: the broker did not answer for earlier events"));
      } else {
        acknowledgement = begin(event);
        if (acknowledgement.isCompletedExceptionally()
            && acknowledgement.exceptionNow()
                instanceof org.apache.kafka.common.errors.TimeoutException) {
          silentTopics.add(event.topic());
        }
      }
      acknowledgements.add(acknowledgement);
    }
    var deliveries = new ArrayList<Delivery>();
    for (int i = 0; i < events.size(); i++) {
      deliveries.add(await(events.get(i), acknowledgements.get(i), deadline));
    }
    return deliveries;
  }

  private CompletableFuture<RecordMetadata> begin(ClaimedEvent event) {
    var acknowledgement = new CompletableFuture<RecordMetadata>();
    try {
      Producer<String, byte[]> current = producer;
      if (current == null) {
        current = producers.get();
        producer = current;
      }
      var unusedBesideTheCallback =
          current.send(
              EventHeaders.toRecord(event),
              (metadata, error) -> {
                if (error == null) {
                  acknowledgement.complete(metadata);
                } else {
                  acknowledgement.completeExceptionally(error);
                }
              });
    } catch (RuntimeException error) {
      // The producer throws what concerns itself, such as a fatal state; the row is not at fault.
      acknowledgement.completeExceptionally(error);
    }
    return acknowledgement;
  }

  private Delivery await(
      ClaimedEvent event, CompletableFuture<RecordMetadata> acknowledgement, long deadline)
      throws InterruptedException {
    try {
      acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new Delivery.Acknowledged(event);
    } catch (TimeoutException error) {
      return new Delivery.Unavailable(event, error);
    } catch (ExecutionException error) {
      Throwable cause = error.getCause() == null ? error : error.getCause();
      if (canNeverBeSent(cause)) {
        return new Delivery.Refused(event, cause);
      }
      if (!(cause instanceof RetriableException || cause instanceof TimeoutException)) {
        abort();
      }
      return new Delivery.Unavailable(event, cause);
    }
  }

  private static boolean canNeverBeSent(Throwable cause) {
    return cause instanceof RecordTooLargeException
        || cause instanceof RecordBatchTooLargeException
        || cause instanceof SerializationException
        || cause instanceof InvalidTopicException
        || cause instanceof InvalidRecordException
        || cause instanceof InvalidTimestampException
        || cause instanceof PolicyViolationException
        || cause instanceof TopicAuthorizationException;
  }

  /** Breaks off what is in flight; the next send has a new producer. */
  void abort() {
    close(Duration.ZERO);
  }

  void close(Duration timeout) {
    Producer<String, byte[]> current = producer;
    producer = null;
    if (current != null) {
      current.close(timeout);
    }
  }
}
