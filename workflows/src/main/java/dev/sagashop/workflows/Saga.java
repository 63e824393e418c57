package dev.sagashop.workflows;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import java.util.List;

/** What people can ask of every saga. */
@WorkflowInterface
public interface Saga {

  /** What the saga is in trouble with; empty if all goes well. */
  @QueryMethod
  List<Trouble> troubles();

  /** Somebody mended what was broken: the next round need not wait for its time. */
  @SignalMethod
  void retryNow();
}
