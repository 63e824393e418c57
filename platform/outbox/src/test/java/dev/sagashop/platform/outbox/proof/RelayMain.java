package dev.sagashop.platform.outbox.proof;

import dev.sagashop.platform.outbox.RelayHooks;
import java.util.ArrayList;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Replicas of services that have nothing but the outbox; they run until a signal. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(RelayHooks.class)
class RelayMain {

  public static void main(String[] arguments) {
    run(RelayMain.class, arguments);
  }

  /** Runs an application for each role. */
  static void run(Class<?> application, String[] arguments) {
    var settings = new ArrayList<String>();
    for (String argument : arguments) {
      if (argument.equals(Child.NEXT_ROLE)) {
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .run(settings.toArray(String[]::new));
        settings.clear();
      } else {
        settings.add(argument);
      }
    }
  }
}
