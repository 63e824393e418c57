/** Products: their price, status and images, and the SKU under which stock is kept. */
@NullMarked
package dev.sagashop.catalog.product;

import org.jspecify.annotations.NullMarked;
