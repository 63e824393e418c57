/** The library of the outbox on a database and a topic of its own. */
@NullMarked
package dev.sagashop.bench.outbox;

import org.jspecify.annotations.NullMarked;
