/** Giving money back, never more than was captured and never twice. */
@NullMarked
package dev.sagashop.payment.refunding;

import org.jspecify.annotations.NullMarked;
