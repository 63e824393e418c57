/** What the auditor reads: databases, the provider's journal, workflows, the topics. */
@NullMarked
package dev.sagashop.audit.sources;

import org.jspecify.annotations.NullMarked;
