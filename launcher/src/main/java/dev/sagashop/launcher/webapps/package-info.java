/** The two web apps: built by the Node of this machine, served by the gateway. */
@NullMarked
package dev.sagashop.launcher.webapps;

import org.jspecify.annotations.NullMarked;
