/**
 * The transactional outbox: events leave after the commit of the facts they tell, in their order.
 */
@NullMarked
package dev.sagashop.platform.outbox;

import org.jspecify.annotations.NullMarked;
