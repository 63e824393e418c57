/** Tells the staff what happens to the stock while it happens. */
@NullMarked
package dev.sagashop.inventory.live;

import org.jspecify.annotations.NullMarked;
