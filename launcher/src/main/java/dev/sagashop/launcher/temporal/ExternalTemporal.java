package dev.sagashop.launcher.temporal;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.Launch;

/** A Temporal that somebody else runs, given by {@code TEMPORAL_ADDRESS}. */
final class ExternalTemporal implements Part {
  private final ShopNamespace namespace;
  private final int port;

  ExternalTemporal(String address) {
    if (!address.matches(".+:\\d+")) {
      throw new ShopException("TEMPORAL_ADDRESS is '%s', expected host:port".formatted(address));
    }
    this.namespace = new ShopNamespace(address);
    this.port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  @Override
  public String name() {
    return "temporal";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return namespace.address();
  }

  @Override
  public boolean isExternal() {
    return true;
  }

  @Override
  public void prepare() {}

  @Override
  public Launch launch() {
    throw new IllegalStateException("An external Temporal is not started by the launcher");
  }

  @Override
  public boolean isHealthy() {
    return namespace.serverAnswers();
  }

  @Override
  public void complete() {
    namespace.create();
  }
}
