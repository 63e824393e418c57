/** How often somebody may try something, counted for all replicas together. */
@NullMarked
package dev.sagashop.identity.throttle;

import org.jspecify.annotations.NullMarked;
