package dev.sagashop.identity.token;

import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signing keys, for admins: never more than their names. */
@RestController
@RequestMapping("/auth/keys")
class KeyController {

  private final SigningKeys keys;
  private final KeyRotation rotation;

  KeyController(SigningKeys keys, KeyRotation rotation) {
    this.keys = keys;
    this.rotation = rotation;
  }

  record KeyResponse(String kid, KeyState state, Instant since, String reason) {

    static KeyResponse from(SigningKey key) {
      return new KeyResponse(key.kid(), key.state(), key.since(), key.reason());
    }
  }

  record RotationRequest(
      @NotBlank
          @Size(max = 500)
          @Pattern(regexp = "[^\\x00-\\x1F\\x7F]*", message = "must not contain control characters")
          String reason) {}

  /** All that are published: one of each state, and perhaps a few retired ones. */
  @GetMapping
  List<KeyResponse> listSigningKeys() {
    return keys.findPublished().stream().map(KeyResponse::from).toList();
  }

  /** The key in the answer signs once every verifier knows it; asking twice begins one rotation. */
  @Refuses({409})
  @PostMapping("/rotate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  KeyResponse rotateSigningKeys(@Valid @RequestBody RotationRequest body, CurrentUser caller) {
    return KeyResponse.from(rotation.begin(body.reason(), caller.userId()));
  }
}
