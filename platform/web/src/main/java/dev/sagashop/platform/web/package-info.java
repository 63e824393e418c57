/** What every HTTP service shares: tokens, route rules, one error body, trace id, metrics. */
@NullMarked
package dev.sagashop.platform.web;

import org.jspecify.annotations.NullMarked;
