/** What is on the shelf, how much of it is held, and every movement that made it so. */
@NullMarked
package dev.sagashop.inventory.stock;

import org.jspecify.annotations.NullMarked;
