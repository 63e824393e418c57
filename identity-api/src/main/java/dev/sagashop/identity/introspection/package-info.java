/** Says whether a token is good, and if not, why. */
@NullMarked
package dev.sagashop.identity.introspection;

import org.jspecify.annotations.NullMarked;
