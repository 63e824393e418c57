/** Tokens for the tests of all services. */
@NullMarked
package dev.sagashop.platform.web.testing;

import org.jspecify.annotations.NullMarked;
