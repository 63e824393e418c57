/** Pages without a database; the services test theirs on PostgreSQL. */
@NullMarked
package dev.sagashop.platform.web.paging;

import org.jspecify.annotations.NullMarked;
