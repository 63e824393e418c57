/**
 * PostgreSQL from the binaries in the Maven repository: one server, a database and a role per
 * service.
 */
@NullMarked
package dev.sagashop.launcher.postgres;

import org.jspecify.annotations.NullMarked;
