package dev.sagashop.identity.user;

record UserResponse(long id, String email, String firstName, String lastName, Role role) {

  static UserResponse from(User user) {
    return new UserResponse(
        user.id(), user.email(), user.firstName(), user.lastName(), user.role());
  }
}
