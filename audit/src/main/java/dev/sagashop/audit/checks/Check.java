package dev.sagashop.audit.checks;

import dev.sagashop.audit.sources.Look;

/** One law. */
public interface Check {

  /** As commands, gauges and people call it. */
  String name();

  /**
   * Holds what the sources say against the law.
   *
   * @throws dev.sagashop.audit.sources.SourceUnreadable if a source does not answer, so that
   *     nothing is known
   */
  Findings findings(Look look);
}
