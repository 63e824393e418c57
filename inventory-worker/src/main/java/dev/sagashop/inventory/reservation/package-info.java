/**
 * Reserve, release and commit: what an order holds of the stock, from its first step to its end.
 */
@NullMarked
package dev.sagashop.inventory.reservation;

import org.jspecify.annotations.NullMarked;
