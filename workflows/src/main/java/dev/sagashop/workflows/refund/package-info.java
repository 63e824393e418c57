/** How money goes back, once, and who is asked when it cannot. */
@NullMarked
package dev.sagashop.workflows.refund;

import org.jspecify.annotations.NullMarked;
