package dev.sagashop.activities.order;

/**
 * What a person decided about a saga.
 *
 * @param id of the request; the same id is the same decision, however often it is sent
 * @param by who decided, for the timeline: {@code user 3}
 * @param reason why, for the timeline; not blank
 */
public record Decision(String id, String by, String reason) {}
