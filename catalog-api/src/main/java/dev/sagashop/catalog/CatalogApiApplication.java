package dev.sagashop.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service that owns products and categories. */
@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
public class CatalogApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(CatalogApiApplication.class, args);
  }
}
