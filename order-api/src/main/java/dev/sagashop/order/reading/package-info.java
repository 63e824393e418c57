/** Reading orders and their timelines. */
@NullMarked
package dev.sagashop.order.reading;

import org.jspecify.annotations.NullMarked;
