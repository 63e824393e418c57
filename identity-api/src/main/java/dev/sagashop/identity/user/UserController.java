package dev.sagashop.identity.user;

import dev.sagashop.platform.web.CurrentUser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users")
class UserController {

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @GetMapping("/me")
  UserResponse me(CurrentUser caller) {
    return users
        .findById(caller.userId())
        .map(UserResponse::from)
        .orElseThrow(UserNotFoundException::ofToken);
  }

  @GetMapping("/{id}")
  UserResponse byId(@PathVariable long id) {
    return users
        .findById(id)
        .map(UserResponse::from)
        .orElseThrow(() -> UserNotFoundException.withId(id));
  }

  /** Unknown ids are left out; no list, or JSON {@code null}, asks for nobody. */
  @PostMapping("/batch")
  List<UserResponse> batch(@RequestBody(required = false) @Nullable List<@Nullable Long> ids) {
    if (ids == null || ids.isEmpty()) {
      return List.of();
    }
    Long[] known = ids.stream().filter(Objects::nonNull).distinct().toArray(Long[]::new);
    return users.findAllByIds(known).stream().map(UserResponse::from).toList();
  }
}
