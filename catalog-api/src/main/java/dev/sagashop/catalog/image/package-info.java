/** Uploaded pictures: checked by content, made anew in a few sizes, kept under their hash. */
@NullMarked
package dev.sagashop.catalog.image;

import org.jspecify.annotations.NullMarked;
