package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.ShopException;
import dev.sagashop.launcher.checkout.Checkout;
import dev.sagashop.launcher.checkout.Folders;
import dev.sagashop.launcher.checks.Demo;
import dev.sagashop.launcher.operating.DeadLetterCommand;
import dev.sagashop.launcher.operating.OutboxCommand;
import dev.sagashop.launcher.operating.ProviderCommand;
import dev.sagashop.launcher.parts.Part;
import dev.sagashop.launcher.processes.Console;
import dev.sagashop.launcher.services.Maven;
import dev.sagashop.launcher.services.ServiceBuild;
import dev.sagashop.launcher.shop.Shop;
import dev.sagashop.launcher.shop.Starter;
import dev.sagashop.launcher.webapps.WebApps;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the command that was typed and runs it. */
public final class Commands {
  private static final String HELP =
      """
      ./shop up [-d] [--port-base N]   build what is missing, start everything, place one order as a check
                                       (-d: return to the prompt; without it Ctrl-C stops everything)
      ./shop down                      stop everything; the data stays
      ./shop status [--json]           what runs, and where
      ./shop logs [NAME] [-f]          the logs of one part or of all; -f follows
      ./shop kill NAME                 take a part away without warning (SIGKILL)
      ./shop restart NAME              stop a part and start it
      ./shop pause NAME                let a part stand still (SIGSTOP)
      ./shop resume NAME               let it go on
      ./shop outbox ...                events that could not be sent: list, show, requeue, discard
      ./shop dlt ...                   records that a consumer gave up: list, show, replay, discard
      ./shop provider ...              how the payment provider behaves: status, approve, decline, refuse-refunds,
                                       slow, lose-replies, errors, down, up
      ./shop audit [--json] [--settled-for SECONDS] [--check NAME]
                                       whether stock, money, sagas and events agree (0 yes, 1 no, 2 unknown)
      ./shop demo                      tell the story of three orders on the running shop
      ./shop bench [floor|checkout|outbox|all] [--quick]
                                       measure the shop against the floor of its parts (all: ten minutes)
      ./shop reset                     stop everything and delete the data
      ./shop build                     build the services, the web apps and the Temporal server
      ./shop test                      run all tests

      SAGASHOP_HOME names the folder with data, logs and pids (.shop), SAGASHOP_CACHE the one with programs
      that are unpacked or built once (~/.cache/sagashop), TEMPORAL_ADDRESS a Temporal that runs already.\
      """;

  private final Checkout checkout;
  private final Console console;

  public Commands(Checkout checkout, Console console) {
    this.checkout = checkout;
    this.console = console;
  }

  /** Runs a command and gives the exit code. */
  public int run(String command, List<String> arguments) throws IOException {
    return switch (command) {
      case "up" -> up(Options.parse(arguments, Set.of("-d", "--port-base")));
      case "down" -> down();
      case "status" -> status(Options.parse(arguments, Set.of("--json")));
      case "logs" -> new Logs(shop()).show(Options.parse(arguments, Set.of("-f")));
      case "kill" -> onPart(arguments, (shop, part) -> shop.runner().kill(part));
      case "pause" -> onPart(arguments, (shop, part) -> shop.runner().pause(part));
      case "resume" -> onPart(arguments, (shop, part) -> shop.runner().resume(part));
      case "restart" -> onPart(arguments, Commands::restart);
      case "audit" -> new AuditRun(checkout, console).run(shop(), arguments);
      case "demo" -> demo();
      case "outbox" -> new OutboxCommand(shop().gatewayUrl(), console).run(arguments);
      case "dlt" -> new DeadLetterCommand(shop().gatewayUrl(), console).run(arguments);
      case "provider" -> new ProviderCommand(shop().providerUrl(), console).run(arguments);
      case "reset" -> reset();
      case "build" -> build();
      case "bench" -> new BenchRun(checkout, console).run(shop(), arguments);
      case "test" -> new TestRun(checkout, console).run(shop(), arguments);
      case "help", "-h", "--help" -> help();
      default -> throw new ShopException("No command '%s': see ./shop help".formatted(command));
    };
  }

  private int up(Options options) throws IOException {
    return new Up(Shop.of(checkout, options.portBase(), console), console).run(options.has("-d"));
  }

  private int down() {
    new Starter(shop(), console).stopAll();
    console.say("Everything is stopped.");
    return 0;
  }

  private int status(Options options) {
    Shop shop = shop();
    StatusReport report = StatusReport.of(shop.parts(), shop.runner());
    console.say(options.has("--json") ? report.json() : report.table());
    return 0;
  }

  private int reset() throws IOException {
    Shop shop = shop();
    new Starter(shop, console).stopAll();
    for (String folder : List.of("data", "logs", "run")) {
      Folders.delete(shop.home().root().resolve(folder));
    }
    console.say("All data in %s is deleted.".formatted(shop.home().root()));
    return 0;
  }

  private int build() throws IOException {
    Shop shop = shop();
    Maven.check(checkout.root());
    shop.temporalFinder().buildIfPossible();
    Files.createDirectories(shop.home().root());
    new ServiceBuild(checkout, console).build(shop.jars(), shop.home().root().resolve("build.log"));
    new WebApps(checkout, console).buildIfOutdated();
    console.say("Everything is built.");
    return 0;
  }

  private int demo() {
    Shop shop = shop();
    new Demo(shop.gatewayUrl(), shop.part("kafka").url(), shop.temporal().webUrl(), console).tell();
    return 0;
  }

  private int help() {
    console.say(HELP);
    return 0;
  }

  private static void restart(Shop shop, Part part) {
    shop.runner().stop(part);
    shop.runner().start(part);
  }

  private interface Work {
    void on(Shop shop, Part part);
  }

  private int onPart(List<String> arguments, Work work) {
    Shop shop = shop();
    work.on(shop, shop.part(Options.parse(arguments, Set.of()).name()));
    return 0;
  }

  private Shop shop() {
    return Shop.of(checkout, Optional.empty(), console);
  }
}
