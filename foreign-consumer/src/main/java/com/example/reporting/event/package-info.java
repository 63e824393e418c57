/** What the shop tells, in the words of this team; only the fields are those of the contract. */
@NullMarked
package com.example.reporting.event;

import org.jspecify.annotations.NullMarked;
