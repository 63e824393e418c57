/** The book of orders: what is true of an order and its refunds, and how that may change. */
@NullMarked
package dev.sagashop.order.book;

import org.jspecify.annotations.NullMarked;
