/** The two web apps, as their builds left them in a folder. */
@NullMarked
package dev.sagashop.gateway.webapps;

import org.jspecify.annotations.NullMarked;
