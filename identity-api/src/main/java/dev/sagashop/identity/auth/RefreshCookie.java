package dev.sagashop.identity.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** The cookie that carries the refresh token: out of reach for scripts and for other sites. */
final class RefreshCookie {

  static final String NAME = "refresh_token";

  private RefreshCookie() {}

  static String holding(String token, HttpServletRequest request) {
    return cookie(token, RefreshToken.LIFE, request);
  }

  static String cleared(HttpServletRequest request) {
    return cookie("", Duration.ZERO, request);
  }

  private static String cookie(String value, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .sameSite("Strict")
        .path("/")
        .maxAge(life)
        .secure(request.isSecure() || isHttps(request.getHeader("X-Forwarded-Proto")))
        .build()
        .toString();
  }

  /** A chain of proxies gives a list; the first entry is what the browser spoke. */
  private static boolean isHttps(@Nullable String forwardedProto) {
    return forwardedProto != null
        && forwardedProto.split(",", 2)[0].trim().equalsIgnoreCase("https");
  }
}
