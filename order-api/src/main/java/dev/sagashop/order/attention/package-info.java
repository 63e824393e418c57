/** Sagas that wait for a person: which, why, and what the person can do. */
@NullMarked
package dev.sagashop.order.attention;

import org.jspecify.annotations.NullMarked;
