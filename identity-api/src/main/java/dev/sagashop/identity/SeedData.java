package dev.sagashop.identity;

import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the users of a development system, and says so: their password is public. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("sagashop.seed-data")
class SeedData {

  private static final Logger log = LoggerFactory.getLogger(SeedData.class);

  @Bean
  FlywayConfigurationCustomizer seedLocation() {
    return flyway -> {
      log.warn(
          "Seed data is on: accounts with a known password exist. Set SEED_DATA=false in production.");
      flyway.locations(
          Stream.concat(
                  Stream.of(flyway.getLocations()).map(Location::getDescriptor),
                  Stream.of("classpath:db/seed"))
              .toArray(String[]::new));
    };
  }
}
