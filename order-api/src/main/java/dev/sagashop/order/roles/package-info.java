/** Which parts of this service a process runs. */
@NullMarked
package dev.sagashop.order.roles;

import org.jspecify.annotations.NullMarked;
