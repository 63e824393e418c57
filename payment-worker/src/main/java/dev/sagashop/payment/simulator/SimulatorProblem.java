package dev.sagashop.payment.simulator;

import dev.sagashop.payment.provider.ProviderUnreachable;
import dev.sagashop.platform.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Why a command to the provider was not carried out. */
class SimulatorProblem extends ProblemException {

  private SimulatorProblem(HttpStatus status, String code, String message) {
    super(status, code, message);
  }

  /** What the provider says is wrong with the request. */
  static SimulatorProblem invalid(String code, String message) {
    return new SimulatorProblem(HttpStatus.BAD_REQUEST, code, message);
  }

  static SimulatorProblem unreachable(ProviderUnreachable cause) {
    SimulatorProblem problem =
        new SimulatorProblem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "PROVIDER_UNREACHABLE",
            "The payment provider cannot be reached, repeat when it runs: " + cause.getMessage());
    problem.initCause(cause);
    return problem;
  }
}
