/** What a saga writes into the order's own book. */
@NullMarked
package dev.sagashop.activities.order;

import org.jspecify.annotations.NullMarked;
