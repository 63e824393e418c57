/** The web apps in a real browser, against the running shop. */
@NullMarked
package dev.sagashop.system.browser;

import org.jspecify.annotations.NullMarked;
