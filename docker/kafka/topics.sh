#!/bin/bash
# The topics of the event contract and the dead letters of each; what exists stays as it is.
set -eu

topics="
order-created
order-cancelled
refund-requested
inventory-reserved
inventory-failed
payment-success
payment-failed
refund-success
refund-failed
order-refunds
"

kafka_topics() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" "$@"
}

existing=$(kafka_topics --list)
for topic in $topics; do
  for name in "$topic" "$topic.DLT"; do
    if ! grep -qxF "$name" <<<"$existing"; then
      kafka_topics --create --if-not-exists --topic "$name"
    fi
  done
done
