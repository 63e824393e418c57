/** Tests of the benchmark. */
@NullMarked
package dev.sagashop.bench;

import org.jspecify.annotations.NullMarked;
