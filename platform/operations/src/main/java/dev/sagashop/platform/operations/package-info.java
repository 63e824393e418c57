/** The operator's actions over HTTP: who may, who did, and why. */
@NullMarked
package dev.sagashop.platform.operations;

import org.jspecify.annotations.NullMarked;
