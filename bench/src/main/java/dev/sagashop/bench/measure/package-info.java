/** Doing something many times and looking at the clock. */
@NullMarked
package dev.sagashop.bench.measure;

import org.jspecify.annotations.NullMarked;
