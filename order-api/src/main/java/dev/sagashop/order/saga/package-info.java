/** Starts the sagas of orders and refunds, and keeps their entries in the book. */
@NullMarked
package dev.sagashop.order.saga;

import org.jspecify.annotations.NullMarked;
