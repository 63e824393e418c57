/** One shop: its ports, its parts in their order, and how all of them come up and go down. */
@NullMarked
package dev.sagashop.launcher.shop;

import org.jspecify.annotations.NullMarked;
