package dev.sagashop.launcher.services;

import dev.sagashop.launcher.checkout.Folders;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.ClassArchive;
import dev.sagashop.launcher.processes.HttpProbe;
import dev.sagashop.launcher.processes.Launch;
import dev.sagashop.launcher.processes.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our services. */
public final class Service implements Part {
  /** What a service's JVM does with its byte code. */
  public enum Compiler {
    /** Compiles simply and soon, which halves the work of a start. */
    QUICK,
    /** The same, but optimises what hashes passwords: a login takes a third of the time. */
    QUICK_BUT_FOR_HASHING
  }

  /** Of the two compilers, the optimising one works on nothing but the JDK's cryptography. */
  private static final String OPTIMISE_HASHING =
      """
      [
        {
          match: [
            "sun/security/provider/*.*", "com/sun/crypto/provider/*.*",
            "javax/crypto/*.*", "java/security/*.*"
          ],
          c2: { Exclude: false }
        },
        { match: "*.*", c2: { Exclude: true } }
      ]
      """;

  private final ServiceJar jar;
  private final Path data;
  private final int port;
  private final int healthPort;
  private final Compiler compiler;
  private final Map<String, String> environment;

  /**
   * @param healthPort where its actuator is: the same port, but for the gateway
   */
  public Service(
      ServiceJar jar,
      Path data,
      int port,
      int healthPort,
      Compiler compiler,
      Map<String, String> environment) {
    this.healthPort = healthPort;
    this.compiler = compiler;
    this.jar = jar;
    this.data = data;
    this.port = port;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return jar.module();
  }

  public ServiceJar jar() {
    return jar;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
    // A killed part leaves what it had there.
    Folders.delete(temporary());
    Files.createDirectories(temporary());
    if (compiler == Compiler.QUICK_BUT_FOR_HASHING) {
      Files.writeString(directives(), OPTIMISE_HASHING);
    }
    jar.unpack();
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>();
    command.add(Tools.java());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.io.tmpdir=" + temporary(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        switch (compiler) {
          case QUICK -> List.of("-XX:TieredStopAtLevel=1");
          case QUICK_BUT_FOR_HASHING ->
              List.of(
                  "-XX:+UnlockDiagnosticVMOptions", "-XX:CompilerDirectivesFile=" + directives());
        });
    command.addAll(archive().flags());
    command.addAll(List.of("-jar", jar.unpacked().toString()));
    return new Launch(command, environment, data);
  }

  @Override
  public boolean isHealthy() {
    return HttpProbe.succeeds(
        "http://127.0.0.1:%d/actuator/health/readiness".formatted(healthPort));
  }

  @Override
  public void stopped() throws IOException {
    archive().publish();
  }

  private Path temporary() {
    return data.resolve("tmp");
  }

  private Path directives() {
    return data.resolve("compiler-directives.json");
  }

  private ClassArchive archive() {
    return ClassArchive.in(jar.folder(), port);
  }

  /**
   * A graceful stop lets requests and activities end; the first one also writes the class archive.
   */
  @Override
  public Duration stopLimit() {
    return Duration.ofMinutes(1);
  }
}
