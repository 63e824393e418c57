package dev.sagashop.contracts;

import tools.jackson.databind.JsonNode;

/**
 * What the contract says about the events on one topic.
 *
 * @param typeId alias in the header {@code __TypeId__}
 * @param producer service that writes the topic
 * @param key schema of the record's key
 * @param headers schema of an object of the record's headers
 * @param payload schema of the record's value
 */
record EventKind(
    String topic,
    String typeId,
    String producer,
    JsonNode key,
    JsonNode headers,
    JsonNode payload) {}
