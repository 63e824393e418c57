/** The stories, told in skipped time on services that live in memory. */
@NullMarked
package dev.sagashop.workflows;

import org.jspecify.annotations.NullMarked;
