package dev.sagashop.launcher.shop;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.UserCache;
import dev.sagashop.launcher.kafka.ContractTopics;
import dev.sagashop.launcher.kafka.KafkaPart;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.parts.PartRunner;
import dev.sagashop.launcher.parts.ShopHome;
import dev.sagashop.launcher.postgres.Database;
import dev.sagashop.launcher.postgres.Durability;
import dev.sagashop.launcher.postgres.Postgres;
import dev.sagashop.launcher.processes.ChildLife;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.services.Program;
import dev.sagashop.launcher.services.Service;
import dev.sagashop.launcher.services.Service.Compiler;
import dev.sagashop.launcher.services.ServiceJar;
import dev.sagashop.launcher.temporal.TemporalFinder;
import dev.sagashop.launcher.temporal.TemporalSetup;
import dev.sagashop.launcher.temporal.TemporalStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All parts of one shop, on one block of ports, with all state in one home. */
public final class Shop {
  private final Checkout checkout;
  private final ShopHome home;
  private final PortBlock ports;
  private final PartRunner runner;
  private final TemporalFinder temporalFinder;
  private final TemporalSetup temporal;
  private final Part postgres;
  private final Part kafka;
  private final Program provider;

  /** These start without Kafka and Temporal, the one that takes longest first. */
  private final List<Service> plain;

  private final List<Service> sagas;
  private final Program auditor;

  private Shop(Checkout checkout, ShopHome home, PortBlock ports, Console console) {
    this.checkout = checkout;
    this.home = home;
    this.ports = ports;
    this.runner = new PartRunner(home, ChildLife.DETACHED);
    this.temporalFinder = new TemporalFinder(checkout, UserCache.find(), home, console);
    TemporalStore store = TemporalStore.on(ports.postgres());
    this.temporal = temporalFinder.find(ports.temporal(), ports.temporalUi(), store);
    this.postgres = postgres(store);
    this.kafka =
        new KafkaPart(
            home.data("kafka"),
            ports.kafka(),
            ports.kafkaController(),
            ContractTopics.WITH_DEAD_LETTERS);
    this.provider = provider();
    ServiceEnvironment environment =
        new ServiceEnvironment(checkout, ports, temporal.server().url(), temporal.webUrl());
    this.plain =
        List.of(
            service("identity-api", ports.identity(), Compiler.QUICK_BUT_FOR_HASHING, environment),
            service("catalog-api", ports.catalog(), Compiler.QUICK, environment),
            service("gateway", ports.gateway(), Compiler.QUICK, environment));
    this.sagas =
        List.of(
            service("order-api", ports.order(), Compiler.QUICK, environment),
            service("inventory-worker", ports.inventory(), Compiler.QUICK, environment),
            service("payment-worker", ports.payment(), Compiler.QUICK, environment));
    this.auditor =
        new Program(
            "auditor",
            ServiceJar.withLibrariesBeside(checkout, "audit"),
            home.data("auditor"),
            ports.auditor(),
            new Program.Run(
                "256m",
                List.of("watch"),
                new AuditorEnvironment(ports, temporal.server().url()).variables()));
  }

  /** The home is {@code SAGASHOP_HOME}, else {@code .shop} in the checkout. */
  public static ShopHome home(Checkout checkout) {
    String named = System.getenv().getOrDefault("SAGASHOP_HOME", "");
    return new ShopHome(
        named.isEmpty() ? checkout.folder(".shop") : Path.of(named).toAbsolutePath().normalize());
  }

  public static Shop of(Checkout checkout, Optional<Integer> portBase, Console console) {
    ShopHome home = home(checkout);
    return new Shop(checkout, home, PortBlock.of(home, portBase), console);
  }

  public Checkout checkout() {
    return checkout;
  }

  public ShopHome home() {
    return home;
  }

  public PortBlock ports() {
    return ports;
  }

  public PartRunner runner() {
    return runner;
  }

  public TemporalFinder temporalFinder() {
    return temporalFinder;
  }

  public TemporalSetup temporal() {
    return temporal;
  }

  public String providerUrl() {
    return provider.url();
  }

  public String gatewayUrl() {
    return "http://127.0.0.1:" + ports.gateway();
  }

  /** What Maven makes. */
  public List<ServiceJar> jars() {
    return Stream.concat(
            Stream.of(provider.jar(), auditor.jar()),
            Stream.concat(plain.stream(), sagas.stream()).map(Service::jar))
        .toList();
  }

  public Program auditor() {
    return auditor;
  }

  /** In the order of starting: a part comes after all that it needs. */
  public List<PlannedPart> plan() {
    List<PlannedPart> plan = new ArrayList<>();
    plan.add(new PlannedPart(postgres, List.of()));
    plan.add(new PlannedPart(kafka, List.of()));
    // Needed by nobody's start: a provider may be down at any time.
    plan.add(new PlannedPart(provider, List.of()));
    plan.add(new PlannedPart(temporal.server(), List.of(postgres)));
    List<Part> ofSagas = List.of(postgres, kafka, temporal.server());
    sagas.forEach(service -> plan.add(new PlannedPart(service, ofSagas)));
    plain.forEach(service -> plan.add(new PlannedPart(service, List.of(postgres))));
    temporal.ui().ifPresent(ui -> plan.add(new PlannedPart(ui, List.of(temporal.server()))));
    // Nobody needs it, so it takes no time from those that customers wait for.
    plan.add(new PlannedPart(auditor, plan.stream().map(PlannedPart::part).toList()));
    return plan;
  }

  /** In the order of starting. */
  public List<Part> parts() {
    return plan().stream().map(PlannedPart::part).toList();
  }

  public Part part(String name) {
    return parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ShopException(
                    "No part '%s'; there are %s"
                        .formatted(
                            name, String.join(", ", parts().stream().map(Part::name).toList()))));
  }

  private Postgres postgres(TemporalStore store) {
    List<Database> databases = new ArrayList<>(ServiceDatabases.ALL);
    databases.addAll(store.databases());
    return new Postgres(
        home.data("postgres"),
        ports.postgres(),
        Durability.DURABLE,
        databases,
        List.of(ServiceDatabases.AUDITOR));
  }

  /** It is told nothing of the others: it plays another company. */
  private Program provider() {
    String module = "provider-simulator";
    Path journal = home.data(module);
    Map<String, String> environment =
        Map.of(
            "PORT",
            Integer.toString(ports.provider()),
            "SERVER_ADDRESS",
            "127.0.0.1",
            "JOURNAL_DIR",
            journal.toString());
    return new Program(
        module,
        ServiceJar.withLibrariesBeside(checkout, module),
        journal,
        ports.provider(),
        new Program.Run("64m", List.of(), environment));
  }

  private Service service(
      String module, int port, Compiler compiler, ServiceEnvironment environment) {
    return new Service(
        new ServiceJar(checkout, module),
        home.data(module),
        port,
        port == ports.gateway() ? ports.gatewayManagement() : port,
        compiler,
        environment.of(module, port));
  }
}
