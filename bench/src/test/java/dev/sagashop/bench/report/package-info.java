/** Tests of the benchmark: report. */
@NullMarked
package dev.sagashop.bench.report;

import org.jspecify.annotations.NullMarked;
