/** What text must be like to be kept. */
@NullMarked
package dev.sagashop.catalog.text;

import org.jspecify.annotations.NullMarked;
