/** What the desk and the audit may read about the payment of an order. */
@NullMarked
package dev.sagashop.payment.enquiry;

import org.jspecify.annotations.NullMarked;
