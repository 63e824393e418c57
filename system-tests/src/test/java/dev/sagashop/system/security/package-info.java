/** Who gets in, and what happens to those who try otherwise. */
@NullMarked
package dev.sagashop.system.security;

import org.jspecify.annotations.NullMarked;
