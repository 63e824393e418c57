/** What the shop offers. */
@NullMarked
package dev.sagashop.catalog;

import org.jspecify.annotations.NullMarked;
