package dev.sagashop.identity.auth;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

record RegistrationRequest(
    @NotBlank @Email String email,
    @NotNull @Size(min = 8, max = LONGEST_PASSWORD) String password,
    @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String firstName,
    @NotBlank @Size(max = 100) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE)
        String lastName) {

  static final int LONGEST_PASSWORD = 100;

  /** PostgreSQL cannot store the character 0, and no name needs the others. */
  private static final String PRINTABLE = "[^\\x00-\\x1F\\x7F]*";

  private static final String NOT_PRINTABLE = "must not contain control characters";

  /** Without the password: log lines show records. */
  @Override
  public String toString() {
    return "RegistrationRequest[email=" + email + "]";
  }
}
