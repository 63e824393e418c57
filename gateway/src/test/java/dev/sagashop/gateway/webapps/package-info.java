/** Web apps of a few files. */
@NullMarked
package dev.sagashop.gateway.webapps;

import org.jspecify.annotations.NullMarked;
