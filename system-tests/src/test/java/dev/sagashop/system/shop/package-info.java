/** A running shop, as customers, admins and auditors see it. */
@NullMarked
package dev.sagashop.system.shop;

import org.jspecify.annotations.NullMarked;
