/** Tokens, and an HTTP client, for the tests of all services. */
@NullMarked
package dev.sagashop.platform.web.testing;

import org.jspecify.annotations.NullMarked;
