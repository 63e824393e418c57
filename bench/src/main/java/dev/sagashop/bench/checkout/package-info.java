/** Customers who order through the gateway. */
@NullMarked
package dev.sagashop.bench.checkout;

import org.jspecify.annotations.NullMarked;
