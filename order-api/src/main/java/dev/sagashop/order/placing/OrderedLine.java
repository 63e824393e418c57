package dev.sagashop.order.placing;

/** A line that passed the rules. */
record OrderedLine(long productId, int quantity) {}
