/** What every answer of the gateway carries. */
@NullMarked
package dev.sagashop.gateway.headers;

import org.jspecify.annotations.NullMarked;
