/** Access tokens: the key that signs them, their claims, the published key set. */
@NullMarked
package dev.sagashop.identity.token;

import org.jspecify.annotations.NullMarked;
