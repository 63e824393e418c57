/** What happens, told while it happens: streams of server-sent events, and who fills them. */
@NullMarked
package dev.sagashop.platform.web.live;

import org.jspecify.annotations.NullMarked;
