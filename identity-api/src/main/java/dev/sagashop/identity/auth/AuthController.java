package dev.sagashop.identity.auth;

import dev.sagashop.identity.token.AccessTokens;
import dev.sagashop.identity.user.User;
import dev.sagashop.identity.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
class AuthController {

  private final Users users;
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final PasswordEncoder passwords;

  /** Hash of nobody's password: see {@link #login}. */
  private final String hashOfNobody;

  AuthController(
      Users users,
      RefreshTokens refreshTokens,
      AccessTokens accessTokens,
      PasswordEncoder passwords) {
    this.users = users;
    this.refreshTokens = refreshTokens;
    this.accessTokens = accessTokens;
    this.passwords = passwords;
    this.hashOfNobody = hash(UUID.randomUUID().toString());
  }

  @PostMapping("/register")
  ResponseEntity<TokenResponse> register(
      @Valid @RequestBody RegistrationRequest body, HttpServletRequest request) {
    User user =
        users
            .register(body.email(), hash(body.password()), body.firstName(), body.lastName())
            .orElseThrow(EmailInUseException::new);
    return signIn(user, request);
  }

  /**
   * An unknown address costs the same work as a wrong password, so time does not tell them apart.
   */
  @PostMapping("/login")
  ResponseEntity<TokenResponse> login(
      @Valid @RequestBody LoginRequest body, HttpServletRequest request) {
    Optional<User> user = users.findByEmail(body.email());
    boolean matches =
        passwords.matches(body.password(), user.map(User::passwordHash).orElse(hashOfNobody));
    return signIn(
        user.filter(known -> matches).orElseThrow(SignInRefusedException::badCredentials), request);
  }

  @PostMapping("/refresh-token")
  ResponseEntity<TokenResponse> refresh(
      @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String cookie) {
    if (cookie == null || cookie.isBlank()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    RefreshToken token =
        refreshTokens
            .findByTokenHash(RefreshToken.hash(cookie))
            .orElseThrow(SignInRefusedException::unknownRefreshToken);
    if (token.isExpired(Instant.now())) {
      refreshTokens.revoke(token.tokenHash());
      throw SignInRefusedException.expiredRefreshToken();
    }
    User user =
        users.findById(token.userId()).orElseThrow(SignInRefusedException::unknownRefreshToken);
    return ResponseEntity.ok(TokenResponse.bearer(accessTokens.issue(user)));
  }

  @PostMapping("/logout")
  ResponseEntity<Void> logout(
      @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String cookie,
      HttpServletRequest request) {
    if (cookie != null) {
      refreshTokens.revoke(RefreshToken.hash(cookie));
    }
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.cleared(request))
        .build();
  }

  private ResponseEntity<TokenResponse> signIn(User user, HttpServletRequest request) {
    String refreshToken = UUID.randomUUID().toString();
    refreshTokens.replace(
        user.id(), RefreshToken.hash(refreshToken), Instant.now().plus(RefreshToken.LIFE));
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.holding(refreshToken, request))
        .body(TokenResponse.bearer(accessTokens.issue(user)));
  }

  private String hash(String password) {
    return Objects.requireNonNull(passwords.encode(password));
  }
}
