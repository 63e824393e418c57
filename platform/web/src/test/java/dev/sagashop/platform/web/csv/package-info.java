/** Files of comma separated values. */
@NullMarked
package dev.sagashop.platform.web.csv;

import org.jspecify.annotations.NullMarked;
