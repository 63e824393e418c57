/** One origin in front of all services. */
@NullMarked
package dev.sagashop.gateway;

import org.jspecify.annotations.NullMarked;
