package dev.sagashop.identity.introspection;

import dev.sagashop.platform.web.openapi.Refuses;
import dev.sagashop.identity.throttle.Throttle;
import dev.sagashop.identity.throttle.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Open, other than RFC 7662 wants it: the clients of the earlier system ask without credentials.
 * The answer says nothing that the asker cannot read in the token itself, and signatures cannot be
 * guessed by asking; the limit keeps the work within bounds.
 */
@RestController
class IntrospectionController {

  private final Introspector introspector;
  private final Throttle throttle;

  IntrospectionController(Introspector introspector, Throttle throttle) {
    this.introspector = introspector;
    this.throttle = throttle;
  }

  record IntrospectionRequest(@NotBlank String token) {

    /** Without the token: log lines show records. */
    @Override
    public String toString() {
      return "IntrospectionRequest[]";
    }
  }

  @Refuses({429})
  @PostMapping("/auth/introspect")
  Introspection introspectToken(
      @Valid @RequestBody IntrospectionRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    return TooManyAttemptsException.tell(
        response,
        () -> {
          throttle.introspection(request.getRemoteAddr());
          return introspector.look(body.token());
        });
  }
}
