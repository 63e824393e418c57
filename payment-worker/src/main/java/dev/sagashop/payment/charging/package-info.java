/** Charging an order once, or fencing its charge, whatever fails in between. */
@NullMarked
package dev.sagashop.payment.charging;

import org.jspecify.annotations.NullMarked;
