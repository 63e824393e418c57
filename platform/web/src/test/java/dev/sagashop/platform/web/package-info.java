/** What every HTTP service shares, tried over real HTTP. */
@NullMarked
package dev.sagashop.platform.web;

import org.jspecify.annotations.NullMarked;
