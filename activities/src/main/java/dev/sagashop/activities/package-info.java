/** The vocabulary of the sagas: what a step is called, what it is told and what it may answer. */
@NullMarked
package dev.sagashop.activities;

import org.jspecify.annotations.NullMarked;
