package dev.sagashop.identity.user;

import java.time.Instant;

/**
 * An entry of the history of a user's rights.
 *
 * @param changedBy number of the admin
 */
record RoleChange(
    long id, long userId, long changedBy, Instant changedAt, Role from, Role to, String reason) {}
