/** What a saga asks of the money: charge, void, refund. */
@NullMarked
package dev.sagashop.activities.payment;

import org.jspecify.annotations.NullMarked;
