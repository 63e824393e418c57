/** Signing up, signing in, staying signed in, signing out. */
@NullMarked
package dev.sagashop.identity.auth;

import org.jspecify.annotations.NullMarked;
