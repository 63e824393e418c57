package dev.sagashop.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries the refresh token: out of reach for scripts and for other sites. On HTTPS
 * its name forbids that a sibling domain, or plain HTTP, plants one.
 */
public final class RefreshCookie {

  private static final String NAME = "refresh_token";
  private static final String NAME_ON_HTTPS = "__Host-refresh_token";

  private RefreshCookie() {}

  /** The tokens that the request carries, the most trustworthy first. */
  public static List<String> in(HttpServletRequest request) {
    return Stream.of(NAME_ON_HTTPS, NAME)
        .flatMap(name -> named(name, request).stream())
        .filter(value -> !value.isBlank())
        .toList();
  }

  public static String holding(RefreshToken token, HttpServletRequest request) {
    return cookie(token.value(), token.life(), request);
  }

  public static String cleared(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  private static Optional<String> named(String name, HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .findFirst();
  }

  private static String cookie(String value, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(request.isSecure() ? NAME_ON_HTTPS : NAME, value)
        .httpOnly(true)
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .secure(request.isSecure())
        .build()
        .toString();
  }
}
