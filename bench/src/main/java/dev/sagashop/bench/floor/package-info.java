/** What a saga, a transaction and a send cost when nothing of the shop is in them. */
@NullMarked
package dev.sagashop.bench.floor;

import org.jspecify.annotations.NullMarked;
