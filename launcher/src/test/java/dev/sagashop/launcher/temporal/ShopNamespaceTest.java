package dev.sagashop.launcher.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sagashop.launcher.processes.FreePorts;
import io.temporal.testserver.TestServer;
import org.junit.jupiter.api.Test;

class ShopNamespaceTest {

  @Test
  void canBeMadeAndAskedForAgainOnTheServerInMemory() {
    int port = FreePorts.block(1);
    var server = TestServer.createPortBoundServer(port, true);
    try {
      ShopNamespace namespace = new ShopNamespace("127.0.0.1:" + port);

      namespace.create();
      namespace.create();

      assertThat(namespace.serverAnswers()).isTrue();
    } finally {
      server.close();
    }
  }
}
