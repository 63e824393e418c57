package dev.sagashop.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.SearchAttributes;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestTemporalTest {
  private final TestTemporal temporal = TestParts.temporal();
  private final WorkflowServiceStubs workflows =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget(temporal.address()).build());

  @AfterEach
  void disconnect() {
    workflows.shutdownNow();
  }

  @Test
  void hasTheNamespaceOfTheShopWithThirtyDaysOfRetention() {
    var description =
        workflows
            .blockingStub()
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace(temporal.namespace()).build());

    assertThat(temporal.namespace()).isEqualTo("shop");
    assertThat(description.getConfig().getWorkflowExecutionRetentionTtl().getSeconds())
        .isEqualTo(30L * 24 * 60 * 60);
  }

  @Test
  void hasTheSearchAttributesOfTheCheckout() {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(workflows.getRawChannel())
                .validateAndBuildWithDefaults());

    assertThat(
            operator
                .blockingStub()
                .listSearchAttributes(
                    ListSearchAttributesRequest.newBuilder()
                        .setNamespace(temporal.namespace())
                        .build())
                .getCustomAttributesMap())
        .containsKeys("OrderNumber", "CustomerId", "OrderTotal", "NeedsAttention");
  }

  @Test
  void startsAWorkflowWithThoseAttributesAtOnce() {
    var started =
        workflows
            .blockingStub()
            .startWorkflowExecution(
                StartWorkflowExecutionRequest.newBuilder()
                    .setNamespace(temporal.namespace())
                    .setWorkflowId("checkout-" + UUID.randomUUID())
                    .setRequestId(UUID.randomUUID().toString())
                    .setWorkflowType(WorkflowType.newBuilder().setName("Nobody"))
                    .setTaskQueue(TaskQueue.newBuilder().setName("nobody"))
                    .setSearchAttributes(
                        SearchAttributes.newBuilder()
                            .putIndexedFields("OrderNumber", json("\"7\"", "Keyword"))
                            .putIndexedFields("OrderTotal", json("19.99", "Double"))
                            .putIndexedFields("NeedsAttention", json("false", "Bool")))
                    .build());

    assertThat(started.getRunId()).isNotBlank();
  }

  private static Payload json(String text, String type) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .putMetadata("type", ByteString.copyFromUtf8(type))
        .setData(ByteString.copyFromUtf8(text))
        .build();
  }
}
