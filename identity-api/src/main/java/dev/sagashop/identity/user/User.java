package dev.sagashop.identity.user;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A person with an account.
 *
 * @param passwordHash with its algorithm in front, as in <code>{bcrypt}$2a$…</code>
 */
@Table("users")
public record User(
    @Id long id,
    String email,
    String passwordHash,
    String firstName,
    String lastName,
    Role role,
    Instant createdAt,
    Instant updatedAt) {

  /** The name of the user in tokens, which other systems treat as opaque text. */
  public String externalId() {
    return "user-" + id;
  }
}
