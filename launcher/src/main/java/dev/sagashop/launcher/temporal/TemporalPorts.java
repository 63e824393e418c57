package dev.sagashop.launcher.temporal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ten neighbouring ports of one server, the frontend's gRPC port first. */
public record TemporalPorts(int first) {
  public static final int COUNT = 10;

  public int frontend() {
    return first;
  }

  /** The frontend's other door: the same calls as JSON. */
  public int frontendHttp() {
    return first + 2;
  }

  int metrics() {
    return first + 9;
  }

  Map<String, Object> byName() {
    Map<String, Object> ports = new LinkedHashMap<>();
    ports.put("frontendPort", first);
    ports.put("frontendMembershipPort", first + 1);
    ports.put("frontendHttpPort", frontendHttp());
    ports.put("historyPort", first + 3);
    ports.put("historyMembershipPort", first + 4);
    ports.put("matchingPort", first + 5);
    ports.put("matchingMembershipPort", first + 6);
    ports.put("workerPort", first + 7);
    ports.put("workerMembershipPort", first + 8);
    ports.put("metricsPort", metrics());
    return ports;
  }
}
