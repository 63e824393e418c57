/** Kafka in KRaft mode: one node, in a JVM of its own. */
@NullMarked
package dev.sagashop.launcher.kafka;

import org.jspecify.annotations.NullMarked;
