package dev.sagashop.provider;

/** A request that is answered with an error, and changes nothing. */
final class Refusal extends RuntimeException {

  private final int status;
  private final String code;

  private Refusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "INVALID_REQUEST", message);
  }

  static Refusal unknownRoute(String route) {
    return new Refusal(
        404,
        "NO_SUCH_ROUTE",
        route
            + " is unknown, expected POST /v1/charges, /v1/voids or /v1/refunds, GET /journal, /settings"
            + " or /health, or PUT /settings");
  }

  static Refusal keyReused(String message) {
    return new Refusal(409, "KEY_REUSED", message);
  }

  static Refusal outOfOrder() {
    return new Refusal(503, "OUT_OF_ORDER", "Nothing was done: try again later");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
