/** Who may call what: one table for all services, applied by each of them to its own routes. */
@NullMarked
package dev.sagashop.rights;

import org.jspecify.annotations.NullMarked;
