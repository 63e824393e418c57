package dev.sagashop.platform.temporal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds the defaults of the starter below every other property source, early enough for the
 * conditions of Temporal's own auto-configuration.
 */
final class TemporalDefaults implements EnvironmentPostProcessor {

  private static final String FILE = "sagashop-temporal-defaults.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(new ResourcePropertySource(FILE, new ClassPathResource(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE + " from the class path", e);
    }
  }
}
