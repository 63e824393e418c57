/** The headers that every answer carries, whoever made it. */
@NullMarked
package dev.sagashop.gateway.headers;

import org.jspecify.annotations.NullMarked;
