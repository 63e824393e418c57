/** Clients that want too much. */
@NullMarked
package dev.sagashop.gateway.limits;

import org.jspecify.annotations.NullMarked;
