/**
 * The Temporal server and its Web UI: found or built, configured, started, and made ready for the
 * shop.
 */
@NullMarked
package dev.sagashop.launcher.temporal;

import org.jspecify.annotations.NullMarked;
