/** Other teams read what the event contract promises, in the order that it promises. */
@NullMarked
package dev.sagashop.system.contract;

import org.jspecify.annotations.NullMarked;
