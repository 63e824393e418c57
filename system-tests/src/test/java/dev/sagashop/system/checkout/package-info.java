/** Orders through the gateway: paid, refused, cancelled, posted too often, posted wrongly. */
@NullMarked
package dev.sagashop.system.checkout;

import org.jspecify.annotations.NullMarked;
