package dev.sagashop.activities.order;

import dev.sagashop.activities.OrderId;

/**
 * @param key of the entry, once for an order: {@code stock-released}
 * @param actor which saga did it
 * @param what for people: {@code stock released}
 * @param why for people, such as how many units
 */
public record NoteStep(OrderId orderId, String key, String actor, String what, String why) {}
