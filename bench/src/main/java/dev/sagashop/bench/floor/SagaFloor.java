package dev.sagashop.bench.floor;

import dev.sagashop.bench.BenchException;
import dev.sagashop.bench.place.Place;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** No-op sagas on the shop's Temporal, with their worker in this process. */
final class SagaFloor implements AutoCloseable {

  private static final String TASK_QUEUE = "bench";
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final long SAGA_LIMIT_SECONDS = 60;
  private static final long DEADLOCK_MILLIS = 10_000;

  private final Map<String, CompletableFuture<Boolean>> lastSteps = new ConcurrentHashMap<>();
  private final WorkflowServiceStubs service;
  private final WorkflowClient client;
  private final WorkerFactory workers;

  SagaFloor(Place place) {
    service =
        WorkflowServiceStubs.newConnectedServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(place.temporal()).build(),
            CONNECT_LIMIT);
    client =
        WorkflowClient.newInstance(
            service, WorkflowClientOptions.newBuilder().setNamespace(place.namespace()).build());
    workers = WorkerFactory.newInstance(client);
    Worker worker =
        workers.newWorker(
            TASK_QUEUE,
            WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true)
                // As the services do: a cold process loads classes for longer than the default.
                .setDefaultDeadlockDetectionTimeout(DEADLOCK_MILLIS)
                .build());
    worker.registerWorkflowImplementationTypes(NoOpSagaImpl.class);
    worker.registerActivitiesImplementations(new Steps(), new Book());
    workers.start();
  }

  /**
   * Runs a saga until its last step was done, as an order is paid before its checkout is closed.
   */
  void run() throws Exception {
    String sagaId = "bench-" + UUID.randomUUID();
    var lastStep = new CompletableFuture<Boolean>();
    lastSteps.put(sagaId, lastStep);
    NoOpSaga saga = client.newWorkflowStub(NoOpSaga.class, options(sagaId));
    var started = WorkflowClient.start(saga::run, NoOpOrder.of(sagaId));
    if (!lastStep.get(SAGA_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new BenchException("Saga %s did not end well".formatted(started.getWorkflowId()));
    }
  }

  private static WorkflowOptions options(String sagaId) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(sagaId)
        .setTaskQueue(TASK_QUEUE)
        .setDisableEagerExecution(false)
        .setStaticSummary("Benchmark: a saga of the checkout's shape that does nothing")
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(SearchAttributeKey.forKeyword("OrderNumber"), sagaId)
                .set(SearchAttributeKey.forKeyword("CustomerId"), "bench")
                .set(SearchAttributeKey.forDouble("OrderTotal"), 59.97)
                .build())
        .build();
  }

  @Override
  public void close() {
    workers.shutdown();
    workers.awaitTermination(5, TimeUnit.SECONDS);
    service.shutdown();
  }

  private static final class Steps implements NoOpSteps {

    @Override
    public NoOpOrder reserve(NoOpOrder order) {
      return order;
    }

    @Override
    public NoOpOrder charge(NoOpOrder order) {
      return order;
    }
  }

  private final class Book implements NoOpBook {

    @Override
    public NoOpOrder awaitPayment(NoOpOrder order) {
      return order;
    }

    @Override
    public NoOpOrder markPaid(NoOpOrder order) {
      var lastStep = lastSteps.remove(order.sagaId());
      if (lastStep != null) {
        lastStep.complete(true);
      }
      return order;
    }
  }
}
