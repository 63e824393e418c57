/** Answers that are files of comma separated values, sent row by row. */
@NullMarked
package dev.sagashop.platform.web.csv;

import org.jspecify.annotations.NullMarked;
