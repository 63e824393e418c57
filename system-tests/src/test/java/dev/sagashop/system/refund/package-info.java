/** Cancelling and refunding: no outcome is lost, and nothing moves twice. */
@NullMarked
package dev.sagashop.system.refund;

import org.jspecify.annotations.NullMarked;
