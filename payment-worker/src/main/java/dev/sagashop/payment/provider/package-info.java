/** Who moves the money, as this service sees them. */
@NullMarked
package dev.sagashop.payment.provider;

import org.jspecify.annotations.NullMarked;
