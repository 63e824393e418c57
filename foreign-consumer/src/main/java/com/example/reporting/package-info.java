/** Listens to everything that the shop tells, and keeps a journal of it. */
@NullMarked
package com.example.reporting;

import org.jspecify.annotations.NullMarked;
