/** The contract is what it was, and describes itself truly. */
@NullMarked
package dev.sagashop.contracts;

import org.jspecify.annotations.NullMarked;
