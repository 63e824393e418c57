package dev.sagashop.inventory.live;

import dev.sagashop.platform.web.live.EventStreams;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the staff only; that is said in the table of rights. */
@RestController
class InventoryEventsController {

  private final InventoryNews news;
  private final EventStreams streams;

  InventoryEventsController(InventoryNews news, EventStreams streams) {
    this.news = news;
    this.streams = streams;
  }

  /** Products whose stock changed, and orders that gave stock back, from now on. */
  @GetMapping("/inventory/events")
  void followStock(HttpServletResponse response) {
    streams.serve(response, news.stock(), news.releases());
  }
}
