package dev.sagashop.launcher.shop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.processes.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreflightTest {

  @Test
  void namesTheTakenPortItsOwnerAndTheWayOut() throws IOException {
    int base = FreePorts.block(PortBlock.SIZE);
    Shop shop = Shop.of(Checkout.find(), Optional.of(base), Console.silent());
    try (ServerSocket squatter = new ServerSocket(base + 10, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> new Preflight(shop).check())
          .hasMessageContaining("Port %d, meant for postgres", squatter.getLocalPort())
          .hasMessageContaining("(pid %d)", ProcessHandle.current().pid())
          .hasMessageContaining("--port-base");
    }
  }

  @Test
  void refusesABaseThatLeavesNoRoom() {
    assertThatThrownBy(() -> new PortBlock(65_530)).hasMessageContaining("expected 1024 to");
  }
}
