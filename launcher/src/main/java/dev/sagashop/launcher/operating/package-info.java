/**
 * The operator's actions from the terminal: clients of what the gateway offers to admins, and of
 * the payment provider.
 */
@NullMarked
package dev.sagashop.launcher.operating;

import org.jspecify.annotations.NullMarked;
