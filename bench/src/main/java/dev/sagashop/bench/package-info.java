/** How fast the shop is, against the floor that its parts set. */
@NullMarked
package dev.sagashop.bench;

import org.jspecify.annotations.NullMarked;
