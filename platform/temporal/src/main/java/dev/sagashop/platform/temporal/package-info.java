/** Connects a service to Temporal: lazily, traced, and with a stop that waits for the workers. */
@NullMarked
package dev.sagashop.platform.temporal;

import org.jspecify.annotations.NullMarked;
