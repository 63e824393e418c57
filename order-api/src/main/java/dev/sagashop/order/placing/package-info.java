/** Placing an order, once for each idempotency key. */
@NullMarked
package dev.sagashop.order.placing;

import org.jspecify.annotations.NullMarked;
