package dev.sagashop.platform.temporal;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** One local and one remote activity; answers the trace ids that they saw. */
@WorkflowInterface
public interface GreetingWorkflow {

  @WorkflowMethod
  String greet();

  final class Story implements GreetingWorkflow {

    private final GreetingActivities local =
        Workflow.newLocalActivityStub(
            GreetingActivities.class,
            LocalActivityOptions.newBuilder()
                .setScheduleToCloseTimeout(Duration.ofSeconds(10))
                .build());
    private final GreetingActivities remote =
        Workflow.newActivityStub(
            GreetingActivities.class,
            ActivityOptions.newBuilder().setScheduleToCloseTimeout(Duration.ofSeconds(30)).build());

    @Override
    public String greet() {
      return local.sayHello() + " " + remote.sayGoodbye();
    }
  }
}
