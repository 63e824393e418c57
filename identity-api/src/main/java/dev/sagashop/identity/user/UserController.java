package dev.sagashop.identity.user;

import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.openapi.Refuses;
import dev.sagashop.platform.web.paging.Page;
import dev.sagashop.platform.web.paging.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/users")
class UserController {

  /** The largest page of a list; who has more to ask for asks again. */
  private static final int MOST_IDS = 500;

  private final Users users;
  private final UserList list;
  private final RoleChanges roleChanges;

  UserController(Users users, UserList list, RoleChanges roleChanges) {
    this.users = users;
    this.list = list;
    this.roleChanges = roleChanges;
  }

  record RoleRequest(
      @NotNull Role role,
      @NotBlank
          @Size(max = 500)
          @Pattern(regexp = "[^\\x00-\\x1F\\x7F]*", message = "must not contain control characters")
          String reason) {}

  /**
   * @param q part of the address or of the name, or the whole number
   */
  @GetMapping
  Page<UserResponse> listUsers(
      @RequestParam(required = false) @Nullable Role role,
      @RequestParam(required = false)
          @Size(max = 100)
          @Pattern(regexp = "[^\\x00-\\x1F\\x7F]*", message = "must not contain control characters")
          @Nullable String q,
      @Valid PageQuery page) {
    return list.find(role, q, page);
  }

  @Refuses({404})
  @GetMapping("/me")
  UserResponse showMe(CurrentUser caller) {
    return users
        .findById(caller.userId())
        .map(UserResponse::from)
        .orElseThrow(UserNotFoundException::ofToken);
  }

  @GetMapping("/{id}")
  UserResponse showUser(@PathVariable long id) {
    return users
        .findById(id)
        .map(UserResponse::from)
        .orElseThrow(() -> UserNotFoundException.withId(id));
  }

  /** Unknown ids are left out; no list, or JSON {@code null}, asks for nobody. */
  @PostMapping("/batch")
  List<UserResponse> listUsersByIds(
      @RequestBody(required = false) @Size(max = MOST_IDS) @Nullable List<@Nullable Long> ids) {
    if (ids == null || ids.isEmpty()) {
      return List.of();
    }
    Long[] known = ids.stream().filter(Objects::nonNull).distinct().toArray(Long[]::new);
    return users.findAllByIds(known).stream().map(UserResponse::from).toList();
  }

  @Refuses({409})
  @PutMapping("/{id}/role")
  UserResponse changeRole(
      @PathVariable long id, @Valid @RequestBody RoleRequest body, CurrentUser caller) {
    return UserResponse.from(roleChanges.change(id, body.role(), body.reason(), caller.userId()));
  }

  /** Also of a user who is gone. */
  @GetMapping("/{id}/role-changes")
  Page<RoleChange> listRoleChanges(@PathVariable long id, @Valid PageQuery page) {
    return roleChanges.of(id, page);
  }
}
