/** Feeds and what they read, without a network. */
@NullMarked
package dev.sagashop.platform.web.live;

import org.jspecify.annotations.NullMarked;
