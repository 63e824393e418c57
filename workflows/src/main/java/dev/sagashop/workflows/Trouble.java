package dev.sagashop.workflows;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that could not be decided, or waits for a person.
 *
 * @param step name for people
 * @param attempt how often it was tried in vain
 * @param error the last one, or why it was refused
 * @param since when it began
 * @param nextTry when it is tried again by itself, null if a person has to decide
 */
public record Trouble(
    String step, int attempt, String error, Instant since, @Nullable Instant nextTry) {}
