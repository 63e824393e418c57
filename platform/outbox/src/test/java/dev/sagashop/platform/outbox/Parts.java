package dev.sagashop.platform.outbox;

import dev.sagashop.launcher.parts.TestDatabase;
import dev.sagashop.launcher.parts.TestParts;

/** The real parts of these tests. */
final class Parts {

  private Parts() {}

  static TestDatabase database() {
    return TestParts.postgres().createDatabase("outbox");
  }

  static String bootstrapServers() {
    return TestParts.kafka().bootstrapServers();
  }
}
