/** What can be typed after ./shop. */
@NullMarked
package dev.sagashop.launcher.commands;

import org.jspecify.annotations.NullMarked;
