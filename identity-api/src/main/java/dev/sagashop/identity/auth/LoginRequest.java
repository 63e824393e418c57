package dev.sagashop.identity.auth;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

record LoginRequest(@NotBlank @Email String email, @NotBlank String password) {

  /** Without the password: log lines show records. */
  @Override
  public String toString() {
    return "LoginRequest[email=" + email + "]";
  }
}
