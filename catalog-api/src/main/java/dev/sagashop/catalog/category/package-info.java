/** The tree of categories that products stand in. */
@NullMarked
package dev.sagashop.catalog.category;

import org.jspecify.annotations.NullMarked;
