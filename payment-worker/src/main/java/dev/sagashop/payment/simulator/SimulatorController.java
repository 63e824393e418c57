package dev.sagashop.payment.simulator;

import dev.sagashop.payment.provider.ProviderUnreachable;
import jakarta.validation.constraints.Positive;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets admins tell the provider how to behave, and hear its testimony. What is said is the
 * provider's own, letter by letter.
 */
@RestController
@RequestMapping(path = "/payments/simulator", produces = MediaType.APPLICATION_JSON_VALUE)
class SimulatorController {

  private final ProviderClient client;

  SimulatorController(ProviderClient client) {
    this.client = client;
  }

  @GetMapping
  String showSimulator() {
    return pass(() -> client.get("/settings"));
  }

  /** What is absent is off: the whole replaces what was set before. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  String changeSimulator(@RequestBody String wanted) {
    return pass(() -> client.put("/settings", wanted));
  }

  @GetMapping("/journal")
  String showSimulatorJournal(@RequestParam @Positive long orderId) {
    return pass(() -> client.get("/journal?orderId=" + orderId));
  }

  private static String pass(Supplier<ProviderClient.Answer> call) {
    ProviderClient.Answer answer;
    try {
      answer = call.get();
    } catch (ProviderUnreachable e) {
      throw SimulatorProblem.unreachable(e);
    }
    return switch (answer.status()) {
      case 200 -> answer.body();
      case 400 -> throw invalid(answer.body());
      default ->
          throw new IllegalStateException(
              "provider answered %d to a command, expected 200 or 400: %s"
                  .formatted(answer.status(), answer.body()));
    };
  }

  private static SimulatorProblem invalid(String body) {
    try {
      JsonNode problem = JsonMapper.shared().readTree(body);
      return SimulatorProblem.invalid(
          problem.path("code").asString("INVALID_REQUEST"), problem.path("message").asString(body));
    } catch (JacksonException e) {
      throw new IllegalStateException("provider's refusal cannot be read: " + body, e);
    }
  }
}
