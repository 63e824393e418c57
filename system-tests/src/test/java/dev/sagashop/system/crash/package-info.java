/** Orders while parts of the shop are killed. */
@NullMarked
package dev.sagashop.system.crash;

import org.jspecify.annotations.NullMarked;
