/** The laws, one class each, and what was found against them. */
@NullMarked
package dev.sagashop.audit.checks;

import org.jspecify.annotations.NullMarked;
