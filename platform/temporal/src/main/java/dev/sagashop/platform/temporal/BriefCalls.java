package dev.sagashop.platform.temporal;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls to Temporal from a thread that somebody waits for.
 *
 * <p>The client of the workers retries an unreachable server for up to a minute, which is right for
 * the result of an activity and wrong for an HTTP request. A second client with other timeouts
 * could not start workflows eagerly, because eager start needs the client of the worker factory. So
 * the deadline is set per call:
 *
 * <pre>{@code
 * BriefCalls.within(Duration.ofSeconds(2), () -> WorkflowClient.start(workflow::run, order));
 * }</pre>
 */
public final class BriefCalls {

  /** Only cancels contexts, so one thread serves all. */
  private static final ScheduledExecutorService DEADLINES =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("temporal-deadlines").unstarted(task));

  private BriefCalls() {}

  /**
   * @throws io.temporal.client.WorkflowServiceException or {@link io.grpc.StatusRuntimeException}
   *     if Temporal does not answer in time; whether the call had an effect is unknown then
   */
  public static <T> T within(Duration limit, Supplier<T> call) {
    try (var context =
        Context.current().withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS, DEADLINES)) {
      Context previous = context.attach();
      try {
        return call.get();
      } finally {
        context.detach(previous);
      }
    }
  }
}
