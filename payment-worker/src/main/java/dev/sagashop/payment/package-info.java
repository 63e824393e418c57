/** The program that owns the movements of money. */
@NullMarked
package dev.sagashop.payment;

import org.jspecify.annotations.NullMarked;
