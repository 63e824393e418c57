/** From a placed order to a paid one, or to a cancelled one with stock and money back. */
@NullMarked
package dev.sagashop.workflows.checkout;

import org.jspecify.annotations.NullMarked;
