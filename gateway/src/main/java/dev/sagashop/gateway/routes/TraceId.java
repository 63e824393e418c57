package dev.sagashop.gateway.routes;

/** The header under which a request can be found again, here and in the service. */
final class TraceId {

  static final String HEADER = "X-Trace-Id";

  private TraceId() {}
}
