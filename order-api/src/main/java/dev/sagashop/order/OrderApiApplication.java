package dev.sagashop.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The order service. One artifact with two roles, see {@code sagashop.order.roles}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OrderApiApplication {

  public static void main(String[] args) {
    SpringApplication.run(OrderApiApplication.class, args);
  }
}
