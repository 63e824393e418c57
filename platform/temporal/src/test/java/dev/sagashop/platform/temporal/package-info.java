/** Outages, stops and traces, on a Temporal test server that listens on a port. */
@NullMarked
package dev.sagashop.platform.temporal;

import org.jspecify.annotations.NullMarked;
