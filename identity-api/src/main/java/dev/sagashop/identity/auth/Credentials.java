package dev.sagashop.identity.auth;

import dev.sagashop.identity.user.User;
import dev.sagashop.identity.user.Users;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Tells whether somebody knows the password of an account. */
@Component
class Credentials {

  private static final Logger log = LoggerFactory.getLogger(Credentials.class);

  private final Users users;
  private final PasswordEncoder passwords;

  /** Hash of nobody's password: see {@link #check}. */
  private final String hashOfNobody;

  Credentials(Users users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
    this.hashOfNobody = hash(UUID.randomUUID().toString());
  }

  String hash(String password) {
    return Objects.requireNonNull(passwords.encode(password));
  }

  /**
   * An unknown address costs the same work as a wrong password, and so does a text that is too long
   * for a password, so time does not tell them apart.
   */
  Optional<User> check(String email, String password) {
    boolean possible = password.length() <= RegistrationRequest.LONGEST_PASSWORD;
    String tried =
        possible ? password : password.substring(0, RegistrationRequest.LONGEST_PASSWORD);
    Optional<User> user = users.findByEmail(email).filter(_ -> possible);
    boolean matches = passwords.matches(tried, user.map(User::passwordHash).orElse(hashOfNobody));
    Optional<User> who = user.filter(_ -> matches);
    who.ifPresent(known -> strengthen(known, password));
    return who;
  }

  /** Only now is the password at hand that a hash of the earlier system is replaced with. */
  private void strengthen(User user, String password) {
    if (passwords.upgradeEncoding(user.passwordHash())
        && users.replaceHash(user.id(), user.passwordHash(), hash(password))) {
      log.info("Hashed the password of user {} again, with today's strength.", user.id());
    }
  }
}
