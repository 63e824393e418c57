/** Which path goes to which service, and what a request loses and gains on the way. */
@NullMarked
package dev.sagashop.gateway.routes;

import org.jspecify.annotations.NullMarked;
