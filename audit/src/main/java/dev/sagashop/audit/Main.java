package dev.sagashop.audit;

import dev.sagashop.audit.sources.AuditSources;
import dev.sagashop.audit.watching.Watch;
import java.io.IOException;
import java.util.List;

/** The program behind {@code ./shop audit}, and the part {@code auditor}. */
public final class Main {
  /** Nothing was looked at: also this is not "clean". */
  private static final int NOT_UNDERSTOOD = 2;

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    CommandLine command;
    try {
      command = CommandLine.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("audit: " + e.getMessage());
      System.exit(NOT_UNDERSTOOD);
      return;
    }
    AuditSources sources = AuditSources.from(System.getenv());
    if (command.watch()) {
      Watch.of(sources, command.settledFor(), System.getenv()).run();
    } else {
      System.exit(once(sources, command));
    }
  }

  private static int once(AuditSources sources, CommandLine command) {
    try (Audit audit = new Audit(sources, command.settledFor())) {
      AuditReport report = audit.run(command.checks());
      System.out.println(command.json() ? report.json() : report.text());
      return report.exitCode();
    }
  }
}
