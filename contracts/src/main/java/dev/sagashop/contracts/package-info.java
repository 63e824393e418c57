/** The event contract as a program reads it: fails the test that writes or reads anything else. */
@NullMarked
package dev.sagashop.contracts;

import org.jspecify.annotations.NullMarked;
