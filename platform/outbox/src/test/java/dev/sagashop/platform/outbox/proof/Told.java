package dev.sagashop.platform.outbox.proof;

/**
 * A record as its consumer reads it, or the effect that a consumer had of it.
 *
 * @param id by which a consumer recognizes a record that it has seen
 * @param lane within which there is an order: the partition
 */
record Told(String key, String text, String id, int lane) {}
