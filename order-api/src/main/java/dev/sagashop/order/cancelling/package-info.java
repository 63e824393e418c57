/** Cancelling an order, paid or not, in one transaction. */
@NullMarked
package dev.sagashop.order.cancelling;

import org.jspecify.annotations.NullMarked;
