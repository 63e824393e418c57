/** Sign-ins on devices: families of refresh tokens, and the cookie that carries one. */
@NullMarked
package dev.sagashop.identity.session;

import org.jspecify.annotations.NullMarked;
