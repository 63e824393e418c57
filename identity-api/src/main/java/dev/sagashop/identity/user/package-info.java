/** The people who use the shop, and their roles. */
@NullMarked
package dev.sagashop.identity.user;

import org.jspecify.annotations.NullMarked;
