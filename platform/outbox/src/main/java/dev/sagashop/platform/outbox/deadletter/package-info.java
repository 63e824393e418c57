/** Records that a consumer gave up: what an operator sees of them, and how they go back. */
@NullMarked
package dev.sagashop.platform.outbox.deadletter;

import org.jspecify.annotations.NullMarked;
