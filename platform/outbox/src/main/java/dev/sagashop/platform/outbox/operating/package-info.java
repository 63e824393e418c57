/** What an operator may see of the outbox, and do to the rows that failed. */
@NullMarked
package dev.sagashop.platform.outbox.operating;

import org.jspecify.annotations.NullMarked;
