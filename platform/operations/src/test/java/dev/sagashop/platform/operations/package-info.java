/** Tests of the operator's actions on a real PostgreSQL and a real Kafka. */
@NullMarked
package dev.sagashop.platform.operations;

import org.jspecify.annotations.NullMarked;
