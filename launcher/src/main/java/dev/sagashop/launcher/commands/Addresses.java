package dev.sagashop.launcher.commands;

import dev.sagashop.launcher.shop.Shop;

/** What somebody needs to know who has just started the shop. */
record Addresses(Shop shop) {

  String text(long seconds) {
    String text =
        """

        The shop is up after %d s.
          Shop              %s/
          Desk              %s/admin/
          API               %s/api/products
          Temporal Web UI   %s
          Kafka             %s
          PostgreSQL        %s
        Logins              user@example.com, admin@example.com, support@example.com; password: password
        Next                ./shop demo, ./shop status, ./shop logs -f, ./shop down\
        """
            .formatted(
                seconds,
                shop.gatewayUrl(),
                shop.gatewayUrl(),
                shop.gatewayUrl(),
                shop.temporal().webUrl().orElse("none"),
                shop.part("kafka").url(),
                shop.part("postgres").url());
    return shop.temporal().banner().map(banner -> text + "\n\n*** " + banner).orElse(text);
  }
}
