/** The books: payments, refunds, fences, and the ledger that nothing is ever erased from. */
@NullMarked
package dev.sagashop.payment.book;

import org.jspecify.annotations.NullMarked;
