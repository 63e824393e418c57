/** Tests of what the operator types and reads. */
@NullMarked
package dev.sagashop.launcher.operating;

import org.jspecify.annotations.NullMarked;
