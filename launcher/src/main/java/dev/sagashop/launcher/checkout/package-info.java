/** Where things are: the checkout, the user's cache, the libraries of the launcher. */
@NullMarked
package dev.sagashop.launcher.checkout;

import org.jspecify.annotations.NullMarked;
