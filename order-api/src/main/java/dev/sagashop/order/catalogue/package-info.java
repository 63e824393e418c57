/** What the catalogue says about products. */
@NullMarked
package dev.sagashop.order.catalogue;

import org.jspecify.annotations.NullMarked;
