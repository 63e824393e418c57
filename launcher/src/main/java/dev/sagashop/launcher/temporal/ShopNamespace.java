package dev.sagashop.launcher.temporal;

import com.google.protobuf.util.Durations;
import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.processes.TcpProbe;
import dev.sagashop.launcher.processes.Waiting;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The namespace {@code shop} with its typed search attributes. */
public final class ShopNamespace {
  public static final String NAME = "shop";

  private static final Map<String, IndexedValueType> ATTRIBUTES =
      new TreeMap<>(
          Map.of(
              "OrderNumber", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
              "CustomerId", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
              "OrderTotal", IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
              "NeedsAttention", IndexedValueType.INDEXED_VALUE_TYPE_BOOL));

  private static final int RETENTION_DAYS = 30;
  private static final Duration USABLE_LIMIT = Duration.ofSeconds(60);
  private static final long CALL_SECONDS = 5;

  private final String address;

  ShopNamespace(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  /** Whether an answer of the server about its search attributes names all of ours. */
  static boolean isComplete(String searchAttributes) {
    return ATTRIBUTES.keySet().stream()
        .allMatch(name -> searchAttributes.contains("\"" + name + "\""));
  }

  /** Whether the frontend answers calls, not only connections. */
  boolean serverAnswers() {
    if (!TcpProbe.connects(address)) {
      return false;
    }
    WorkflowServiceStubs stubs = workflowService();
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS)
          .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    } finally {
      stubs.shutdownNow();
    }
  }

  /**
   * Registers what is missing and returns when workflows can use it. A new namespace and a new
   * attribute reach the server's caches a little later than the database, hence the repetition.
   */
  void create() {
    WorkflowServiceStubs workflows = workflowService();
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(workflows.getRawChannel())
                .validateAndBuildWithDefaults());
    AtomicReference<StatusRuntimeException> problem = new AtomicReference<>();
    try {
      boolean usable =
          Waiting.until(
              USABLE_LIMIT,
              () -> {
                try {
                  registerNamespace(workflows);
                  addAttributes(operator);
                  return attributesAreUsable(workflows);
                } catch (StatusRuntimeException e) {
                  problem.set(e);
                  return false;
                }
              });
      if (!usable) {
        throw new ShopException(
            "Temporal at %s has no usable namespace '%s' after %d s: %s"
                .formatted(address, NAME, USABLE_LIMIT.toSeconds(), problem.get()),
            problem.get());
      }
    } finally {
      operator.shutdownNow();
      workflows.shutdownNow();
    }
  }

  private static void registerNamespace(WorkflowServiceStubs workflows) {
    var service = workflows.blockingStub().withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS);
    try {
      service.describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(NAME).build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
        throw e;
      }
      service.registerNamespace(
          RegisterNamespaceRequest.newBuilder()
              .setNamespace(NAME)
              .setDescription("Sagashop: checkout and refund")
              .setWorkflowExecutionRetentionPeriod(Durations.fromDays(RETENTION_DAYS))
              .build());
    }
  }

  private static void addAttributes(OperatorServiceStubs operator) {
    var service = operator.blockingStub().withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS);
    Map<String, IndexedValueType> missing = new TreeMap<>(ATTRIBUTES);
    missing.keySet().removeAll(knownAttributes(service));
    if (missing.isEmpty()) {
      return;
    }
    try {
      service.addSearchAttributes(
          AddSearchAttributesRequest.newBuilder()
              .setNamespace(NAME)
              .putAllSearchAttributes(missing)
              .build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw e;
      }
    }
  }

  private static Set<String> knownAttributes(OperatorServiceBlockingStub service) {
    try {
      return service
          .listSearchAttributes(ListSearchAttributesRequest.newBuilder().setNamespace(NAME).build())
          .getCustomAttributesMap()
          .keySet();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        // The in-JVM test server can only add.
        return Set.of();
      }
      throw e;
    }
  }

  private static boolean attributesAreUsable(WorkflowServiceStubs workflows) {
    try {
      workflows
          .blockingStub()
          .withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS)
          .countWorkflowExecutions(
              CountWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(NAME)
                  .setQuery(
                      "NeedsAttention = true AND OrderNumber = '1' AND CustomerId = '1' AND"
                          + " OrderTotal > 0")
                  .build());
    } catch (StatusRuntimeException e) {
      // The in-JVM test server cannot count, and needs no registration to be usable.
      return switch (e.getStatus().getCode()) {
        case UNIMPLEMENTED -> true;
        case NOT_FOUND, INVALID_ARGUMENT, UNAVAILABLE -> false;
        default -> throw e;
      };
    }
    return true;
  }

  private WorkflowServiceStubs workflowService() {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
  }
}
