/** How much one client may send, and how often. */
@NullMarked
package dev.sagashop.gateway.limits;

import org.jspecify.annotations.NullMarked;
