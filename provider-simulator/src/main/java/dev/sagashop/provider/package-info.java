/**
 * A payment provider that moves no money, keeps an exact journal of it, and fails as it is told.
 */
@NullMarked
package dev.sagashop.provider;

import org.jspecify.annotations.NullMarked;
