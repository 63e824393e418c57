/** The stories: what happens after an order was placed, and how money goes back. */
@NullMarked
package dev.sagashop.workflows;

import org.jspecify.annotations.NullMarked;
