/** What happens, told while it happens: server-sent events, and answers that wait. */
@NullMarked
package dev.sagashop.order.live;

import org.jspecify.annotations.NullMarked;
