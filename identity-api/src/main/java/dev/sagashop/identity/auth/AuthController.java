package dev.sagashop.identity.auth;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import dev.sagashop.platform.web.openapi.Refuses;
import dev.sagashop.identity.session.Exchange;
import dev.sagashop.identity.session.RefreshCookie;
import dev.sagashop.identity.session.RefreshToken;
import dev.sagashop.identity.session.Sessions;
import dev.sagashop.identity.throttle.Throttle;
import dev.sagashop.identity.throttle.TooManyAttemptsException;
import dev.sagashop.identity.token.AccessTokens;
import dev.sagashop.identity.user.User;
import dev.sagashop.identity.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/auth")
class AuthController {

  private final Users users;
  private final Credentials credentials;
  private final PasswordStrength strength;
  private final Throttle throttle;
  private final Sessions sessions;
  private final AccessTokens accessTokens;

  AuthController(
      Users users,
      Credentials credentials,
      PasswordStrength strength,
      Throttle throttle,
      Sessions sessions,
      AccessTokens accessTokens) {
    this.users = users;
    this.credentials = credentials;
    this.strength = strength;
    this.throttle = throttle;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
  }

  @Refuses({403, 409, 429})
  @PostMapping("/register")
  ResponseEntity<TokenResponse> register(
      @Valid @RequestBody RegistrationRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    User user =
        TooManyAttemptsException.tell(
            response,
            () -> {
              throttle.registration(request.getRemoteAddr());
              strength.require(body);
              return users
                  .register(
                      body.email(),
                      credentials.hash(body.password()),
                      body.firstName(),
                      body.lastName())
                  .orElseThrow(EmailInUseException::new);
            });
    return answer(user, sessions.start(user.id()), request);
  }

  @Refuses({401, 403, 429})
  @PostMapping("/login")
  ResponseEntity<TokenResponse> login(
      @Valid @RequestBody LoginRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    User user =
        TooManyAttemptsException.tell(
                response,
                () ->
                    throttle.login(
                        body.email(),
                        request.getRemoteAddr(),
                        () -> credentials.check(body.email(), body.password())))
            .orElseThrow(SignInRefusedException::badCredentials);
    return answer(user, sessions.start(user.id()), request);
  }

  @Refuses({401, 403})
  @PostMapping("/refresh-token")
  ResponseEntity<TokenResponse> refreshToken(HttpServletRequest request) {
    var cookies = RefreshCookie.in(request);
    if (cookies.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    return switch (sessions.exchange(cookies.getFirst())) {
      case Exchange.Renewed(long userId, RefreshToken next) ->
          answer(
              users.findById(userId).orElseThrow(SignInRefusedException::unknownRefreshToken),
              next,
              request);
      case Exchange.Unknown() -> throw SignInRefusedException.unknownRefreshToken();
      case Exchange.Expired() -> throw SignInRefusedException.expiredRefreshToken();
      case Exchange.Reused() -> throw SignInRefusedException.reusedRefreshToken();
    };
  }

  @Refuses({403})
  @ApiResponse(responseCode = "204", description = "signed out")
  @PostMapping("/logout")
  ResponseEntity<Void> logout(HttpServletRequest request) {
    RefreshCookie.in(request).forEach(sessions::end);
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.cleared(request))
        .build();
  }

  private ResponseEntity<TokenResponse> answer(
      User user, RefreshToken refreshToken, HttpServletRequest request) {
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.holding(refreshToken, request))
        .body(TokenResponse.bearer(accessTokens.issue(user)));
  }
}
