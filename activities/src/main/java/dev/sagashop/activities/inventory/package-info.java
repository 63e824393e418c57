/** What a saga asks of the stock: reserve it, or give it back. */
@NullMarked
package dev.sagashop.activities.inventory;

import org.jspecify.annotations.NullMarked;
