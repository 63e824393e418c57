/** The audit on a schedule: rounds, gauges and a log line for each new drift. */
@NullMarked
package dev.sagashop.audit.watching;

import org.jspecify.annotations.NullMarked;
