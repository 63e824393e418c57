/** The payment steps of the sagas, polled from the task queue of the payments. */
@NullMarked
package dev.sagashop.payment.saga;

import org.jspecify.annotations.NullMarked;
