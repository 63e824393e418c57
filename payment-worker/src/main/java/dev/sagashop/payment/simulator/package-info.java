/** The payment provider of development and tests, a program of its own: this is its client. */
@NullMarked
package dev.sagashop.payment.simulator;

import org.jspecify.annotations.NullMarked;
