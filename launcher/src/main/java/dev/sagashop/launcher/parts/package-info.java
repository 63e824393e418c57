/** The parts a shop consists of, how one is brought up and down, and real parts for tests. */
@NullMarked
package dev.sagashop.launcher.parts;

import org.jspecify.annotations.NullMarked;
