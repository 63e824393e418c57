/** Owns stock and reservations: what is on the shelf, and for whom it is held. */
@NullMarked
package dev.sagashop.inventory;

import org.jspecify.annotations.NullMarked;
