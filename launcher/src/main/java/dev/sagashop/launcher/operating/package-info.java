/** The operator's actions from the terminal: clients of what the gateway offers to admins. */
@NullMarked
package dev.sagashop.launcher.operating;

import org.jspecify.annotations.NullMarked;
