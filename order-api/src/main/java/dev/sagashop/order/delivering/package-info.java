/** The end of a good story: the goods are with the customer. */
@NullMarked
package dev.sagashop.order.delivering;

import org.jspecify.annotations.NullMarked;
