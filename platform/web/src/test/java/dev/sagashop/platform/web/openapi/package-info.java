/** What the description refuses to say. */
@NullMarked
package dev.sagashop.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
