/** The service that owns orders: it takes them, cancels them, and drives their sagas. */
@NullMarked
package dev.sagashop.order;

import org.jspecify.annotations.NullMarked;
