/** The span of time that a list is narrowed to. */
@NullMarked
package dev.sagashop.inventory.period;

import org.jspecify.annotations.NullMarked;
