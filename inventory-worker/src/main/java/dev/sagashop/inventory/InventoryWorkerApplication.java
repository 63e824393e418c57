package dev.sagashop.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves the stock routes, works on the task queue {@code inventory}, and follows payments. */
@SpringBootApplication(proxyBeanMethods = false)
public class InventoryWorkerApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(InventoryWorkerApplication.class, arguments);
  }
}
