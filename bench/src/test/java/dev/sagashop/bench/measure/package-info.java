/** Tests of the benchmark: measure. */
@NullMarked
package dev.sagashop.bench.measure;

import org.jspecify.annotations.NullMarked;
