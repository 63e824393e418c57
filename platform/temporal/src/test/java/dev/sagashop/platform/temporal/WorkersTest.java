package dev.sagashop.platform.temporal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class WorkersTest {

  @Test
  void theApplicationStartsWithoutTemporalAndItsWorkersFollowTheServer(CapturedOutput output)
      throws IOException {
    int port = freePort();
    try (var context = GreetingApplication.run(port)) {
      var health = context.getBean(TemporalHealth.class);
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.health().getDetails()).containsEntry("workers", "not polling");

      var stub = greeting(context);
      assertThatThrownBy(() -> BriefCalls.within(Duration.ofMillis(500), stub::start))
          .isInstanceOf(WorkflowServiceException.class);
      assertThatThrownBy(() -> context.getBean(RunningWorkflows.class).isRunning("any"))
          .isInstanceOf(TemporalOutOfReach.class);
      await().atMost(10, SECONDS).until(() -> output.getAll().contains("does not serve namespace"));

      try (var server = TestServer.createPortBoundServer(port, true)) {
        assertThat(server).isNotNull();
        var factory = context.getBean(WorkerFactory.class);
        await().atMost(30, SECONDS).until(factory::isStarted);
        var running = context.getBean(RunningWorkflows.class);
        assertThat(running.isRunning("never-started")).isFalse();
        var started = greeting(context);
        var execution = BriefCalls.within(Duration.ofSeconds(20), started::start);
        assertThat(running.isRunning(execution.getWorkflowId())).isTrue();
        context.getBean(GreetingApplication.Greetings.class).allowed.countDown();
        assertThat(started.getResult(30, SECONDS, String.class)).isNotBlank();
        assertThat(running.isRunning(execution.getWorkflowId())).isFalse();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("workers", "polling");
        assertThat(output.getAll().split("does not serve namespace", -1)).hasSize(2);
      } catch (TimeoutException e) {
        throw new AssertionError("The workflow did not end", e);
      }
    }
  }

  @Test
  void aStopBeforeTheServerAppearedWaitsForNobody(CapturedOutput output) throws IOException {
    ConfigurableApplicationContext context = GreetingApplication.run(freePort());
    assertTimeoutPreemptively(Duration.ofMinutes(1), context::close);
    assertThat(output.getAll()).doesNotContain("interrupting them");
  }

  @Test
  void aStopWaitsForTheRunningActivityBeforeThePoolsClose() throws Exception {
    int port = freePort();
    try (var server = TestServer.createPortBoundServer(port, true);
        var context = GreetingApplication.run(port)) {
      assertThat(server).isNotNull();
      var journal = context.getBean(GreetingApplication.Journal.class);
      var activity = context.getBean(GreetingApplication.Greetings.class);
      var factory = context.getBean(WorkerFactory.class);
      greeting(context).start();
      assertThat(activity.running.await(30, SECONDS)).isTrue();

      var stop = CompletableFuture.runAsync(context::close);
      await().atMost(10, SECONDS).until(factory::isShutdown);
      assertThat(stop).isNotDone();
      assertThat(journal.entries).isEmpty();
      activity.allowed.countDown();
      stop.get(20, SECONDS);
      assertThat(journal.entries).containsExactly("activity ended", "pool closed");
    }
  }

  @Test
  void activitiesBelongToTheTraceOfTheRequest() throws Exception {
    int port = freePort();
    try (var server = TestServer.createPortBoundServer(port, true);
        var context = GreetingApplication.run(port)) {
      assertThat(server).isNotNull();
      context.getBean(GreetingApplication.Greetings.class).allowed.countDown();
      var tracer = context.getBean(Tracer.class);
      var stub = greeting(context);
      Span request = tracer.nextSpan().name("POST /greetings").start();
      try (var scope = tracer.withSpan(request)) {
        assertThat(scope).isNotNull();
        stub.start();
      } finally {
        request.end();
      }
      String traceId = request.context().traceId();
      assertThat(stub.getResult(30, SECONDS, String.class)).isEqualTo(traceId + " " + traceId);

      var untraced = greeting(context);
      untraced.start();
      assertThat(untraced.getResult(30, SECONDS, String.class)).doesNotContain(traceId);

      var metrics = context.getBean(MeterRegistry.class);
      await()
          .atMost(20, SECONDS)
          .until(
              () ->
                  metrics.getMeters().stream()
                      .anyMatch(meter -> meter.getId().getName().equals("temporal_request")));
    }
  }

  private static WorkflowStub greeting(ApplicationContext context) {
    return context
        .getBean(WorkflowClient.class)
        .newUntypedWorkflowStub(
            "GreetingWorkflow",
            WorkflowOptions.newBuilder().setTaskQueue(GreetingApplication.QUEUE).build());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
