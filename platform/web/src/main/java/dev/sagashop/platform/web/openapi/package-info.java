/** What the generated API description cannot see in the controllers: rights, refusals, nulls. */
@NullMarked
package dev.sagashop.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
