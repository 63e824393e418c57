/** Tests of the outbox on a real PostgreSQL and a real Kafka. */
@NullMarked
package dev.sagashop.platform.outbox;

import org.jspecify.annotations.NullMarked;
