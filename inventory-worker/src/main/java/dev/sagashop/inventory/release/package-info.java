/** Reads the release audit: which orders gave stock back, when, and why. */
@NullMarked
package dev.sagashop.inventory.release;

import org.jspecify.annotations.NullMarked;
