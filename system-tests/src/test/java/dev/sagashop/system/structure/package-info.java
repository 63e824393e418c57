/** Who may import whom, what workflows may touch, and how tidy the repository is. */
@NullMarked
package dev.sagashop.system.structure;

import org.jspecify.annotations.NullMarked;
