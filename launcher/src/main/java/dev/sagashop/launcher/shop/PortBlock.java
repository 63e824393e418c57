package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.parts.ShopHome;
import dev.sagashop.launcher.temporal.TemporalPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The ports of one shop: all follow from the first. */
public record PortBlock(int base) {
  public static final int DEFAULT_BASE = 8080;
  static final int SIZE = 31;

  public PortBlock {
    if (base < 1024 || base + SIZE > 65_536) {
      throw new ShopException(
          "The port base is %d, expected 1024 to %d".formatted(base, 65_536 - SIZE));
    }
  }

  /** The block that this home used last, else the default. */
  public static PortBlock of(ShopHome home) {
    try {
      return new PortBlock(Integer.parseInt(Files.readString(file(home)).strip()));
    } catch (NoSuchFileException e) {
      return new PortBlock(DEFAULT_BASE);
    } catch (IOException | NumberFormatException e) {
      throw new ShopException(
          "%s should hold a port number: delete it (%s)".formatted(file(home), e.getMessage()), e);
    }
  }

  /** The wanted block, or without a wish the one that this home used last. */
  public static PortBlock of(ShopHome home, Optional<Integer> base) {
    return base.map(PortBlock::new).orElseGet(() -> of(home));
  }

  public void store(ShopHome home) throws IOException {
    Files.createDirectories(home.root());
    Files.writeString(file(home), base + "\n");
  }

  public int gateway() {
    return base;
  }

  public int identity() {
    return base + 1;
  }

  public int catalog() {
    return base + 2;
  }

  public int inventory() {
    return base + 3;
  }

  public int order() {
    return base + 4;
  }

  public int payment() {
    return base + 5;
  }

  public int provider() {
    return base + 7;
  }

  public int auditor() {
    return base + 8;
  }

  /** The gateway's own actuator, which everybody's port must not show. */
  public int gatewayManagement() {
    return base + 9;
  }

  public int postgres() {
    return base + 10;
  }

  public int kafka() {
    return base + 12;
  }

  public int kafkaController() {
    return base + 13;
  }

  public TemporalPorts temporal() {
    return new TemporalPorts(base + 20);
  }

  public int temporalUi() {
    return base + 30;
  }

  private static Path file(ShopHome home) {
    return home.root().resolve("port-base");
  }
}
