package dev.sagashop.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds the defaults of the starter below every other property source. A post-processor and not a
 * {@code @PropertySource}, because logging is set up before the first bean.
 */
final class WebDefaults implements EnvironmentPostProcessor {

  private static final String FILE = "sagashop-web-defaults.properties";

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
