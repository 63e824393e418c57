/** Child processes: how they are started, recognised again, signalled and waited for. */
@NullMarked
package dev.sagashop.launcher.processes;

import org.jspecify.annotations.NullMarked;
