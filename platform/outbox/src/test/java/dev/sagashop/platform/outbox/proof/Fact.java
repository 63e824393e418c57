package dev.sagashop.platform.outbox.proof;

/**
 * Something that was committed, and whose event consumers must therefore read.
 *
 * @param number of this fact among those of its aggregate, in the order of the commits
 * @param text the value of the record that tells it
 */
record Fact(String aggregate, long number, String text) {}
