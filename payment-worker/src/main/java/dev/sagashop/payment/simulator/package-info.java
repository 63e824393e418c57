/** A payment provider for development and tests, with a memory of its own. */
@NullMarked
package dev.sagashop.payment.simulator;

import org.jspecify.annotations.NullMarked;
