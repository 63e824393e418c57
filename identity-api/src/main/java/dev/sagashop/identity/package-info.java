/** Users, roles and tokens: who somebody is and how the other services can tell. */
@NullMarked
package dev.sagashop.identity;

import org.jspecify.annotations.NullMarked;
