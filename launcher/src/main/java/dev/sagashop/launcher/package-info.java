/** The entry point of {@code ./shop}: starts, watches and stops everything on this machine. */
@NullMarked
package dev.sagashop.launcher;

import org.jspecify.annotations.NullMarked;
