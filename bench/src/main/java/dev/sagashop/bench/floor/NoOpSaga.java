package dev.sagashop.bench.floor;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The checkout's steps without anything in them. */
@WorkflowInterface
public interface NoOpSaga {

  @WorkflowMethod
  void run(NoOpOrder order);
}
