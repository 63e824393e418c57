package dev.sagashop.order.cancelling;

import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@OnlyInRole(Role.API)
class CancelOrderController {

  private final CancellingOrders cancelling;

  CancelOrderController(CancellingOrders cancelling) {
    this.cancelling = cancelling;
  }

  @Refuses({403, 409})
  @PostMapping("/orders/{id}/cancel")
  void cancelOrder(@PathVariable long id, CurrentUser user) {
    cancelling.cancel(id, user);
  }
}
