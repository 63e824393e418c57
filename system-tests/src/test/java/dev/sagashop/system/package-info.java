/** Tests that see everything: the structure of the code, and the running shop from outside. */
@NullMarked
package dev.sagashop.system;

import org.jspecify.annotations.NullMarked;
