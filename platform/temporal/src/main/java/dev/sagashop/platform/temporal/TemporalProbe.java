package dev.sagashop.platform.temporal;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks whether the server answers and knows the namespace. */
final class TemporalProbe {

  /** The first call of a cold process takes seconds on a busy machine. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final WorkflowClient client;
  private final String target;

  TemporalProbe(WorkflowClient client, String target) {
    this.client = client;
    this.target = target;
  }

  /**
   * @throws StatusRuntimeException if it does not answer in time, or has no such namespace
   */
  void ask() {
    var stubs = client.getWorkflowServiceStubs();
    // After an outage gRPC pauses longer and longer between connects; whoever asks wants to know
    // now.
    stubs.getRawChannel().resetConnectBackoff();
    stubs
        .blockingStub()
        .withDeadlineAfter(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace()).build());
  }

  String target() {
    return target;
  }

  String namespace() {
    return client.getOptions().getNamespace();
  }
}
