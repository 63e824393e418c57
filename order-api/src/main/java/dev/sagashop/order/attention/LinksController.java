package dev.sagashop.order.attention;

import dev.sagashop.order.roles.OnlyInRole;
import dev.sagashop.order.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where else the staff can look; that it is for the staff only is said in the table of rights. */
@RestController
@OnlyInRole(Role.API)
class LinksController {

  private final AttentionProperties properties;

  LinksController(AttentionProperties properties) {
    this.properties = properties;
  }

  /**
   * @param temporalUi address of the Temporal Web UI, null where there is none
   */
  record Links(@Nullable String temporalUi) {}

  @GetMapping("/operations/links")
  Links showLinks() {
    return new Links(properties.temporalUi());
  }
}
