/**
 * The shop as a customer and an admin see it, through the gateway: seeds, the self-check, the demo.
 */
@NullMarked
package dev.sagashop.launcher.checks;

import org.jspecify.annotations.NullMarked;
