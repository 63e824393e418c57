/**
 * Our own services and programs: built with Maven, unpacked for a quick start, each in a JVM of its
 * own.
 */
@NullMarked
package dev.sagashop.launcher.services;

import org.jspecify.annotations.NullMarked;
