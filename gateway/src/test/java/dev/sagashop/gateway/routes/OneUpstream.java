package dev.sagashop.gateway.routes;

import org.springframework.test.context.DynamicPropertyRegistry;

/** The same upstream as every service. */
public final class OneUpstream {

  private OneUpstream() {}

  public static void behind(DynamicPropertyRegistry registry, Upstream upstream) {
    for (String service : new String[] {"IDENTITY", "CATALOG", "INVENTORY", "ORDER", "PAYMENT"}) {
      registry.add(service + "_URL", upstream::origin);
    }
    registry.add("MANAGEMENT_PORT", () -> 0);
  }
}
