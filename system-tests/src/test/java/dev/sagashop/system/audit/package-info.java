/** The audit of the running shop: by command, and on its schedule. */
@NullMarked
package dev.sagashop.system.audit;

import org.jspecify.annotations.NullMarked;
