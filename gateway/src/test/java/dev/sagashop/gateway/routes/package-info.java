/** The gateway in front of small real upstreams. */
@NullMarked
package dev.sagashop.gateway.routes;

import org.jspecify.annotations.NullMarked;
