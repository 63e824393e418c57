/**
 * What the outbox promises, proven from the topic, while its processes are killed and stopped by
 * signals.
 */
@NullMarked
package dev.sagashop.platform.outbox.proof;

import org.jspecify.annotations.NullMarked;
