package dev.sagashop.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service that owns users and tokens. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class IdentityApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(IdentityApiApplication.class, args);
  }
}
