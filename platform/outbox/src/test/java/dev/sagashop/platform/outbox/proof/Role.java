package dev.sagashop.platform.outbox.proof;

import dev.sagashop.platform.outbox.Gate;
import java.util.List;

/**
 * What a child process does on one {@link Stage}. A child can play on several at once, so that one
 * signal hits the intact outbox and a broken one alike.
 *
 * @param held where it stops until it is released
 */
record Role(Gate gate, List<String> settings, List<Gate.Point> held) {}
