/** Where the measured parts are, and what is borrowed from them. */
@NullMarked
package dev.sagashop.bench.place;

import org.jspecify.annotations.NullMarked;
