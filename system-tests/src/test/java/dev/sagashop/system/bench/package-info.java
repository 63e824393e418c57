/** The benchmark on a running shop. */
@NullMarked
package dev.sagashop.system.bench;

import org.jspecify.annotations.NullMarked;
