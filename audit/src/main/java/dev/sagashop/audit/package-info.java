/** The conservation audit: an independent witness of stock, money, sagas and events. */
@NullMarked
package dev.sagashop.audit;

import org.jspecify.annotations.NullMarked;
