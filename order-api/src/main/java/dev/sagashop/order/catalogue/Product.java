package dev.sagashop.order.catalogue;

import dev.sagashop.activities.Money;

/**
 * A product that can be ordered now.
 *
 * @param price of one unit, at this moment
 */
public record Product(long id, String title, Money price) {}
