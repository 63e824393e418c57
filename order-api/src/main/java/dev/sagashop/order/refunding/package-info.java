/** What the staff decides about the money of an order: a part goes back, a refusal is mended. */
@NullMarked
package dev.sagashop.order.refunding;

import org.jspecify.annotations.NullMarked;
