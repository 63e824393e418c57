package dev.sagashop.platform.temporal;

/** Tells a service that runs no workflows of its own whether one is under way. */
@FunctionalInterface
public interface RunningWorkflows {

  /**
   * @throws TemporalOutOfReach if there is no answer within seconds
   */
  boolean isRunning(String workflowId);
}
