/** What was measured, as a table for people and as JSON for programs. */
@NullMarked
package dev.sagashop.bench.report;

import org.jspecify.annotations.NullMarked;
