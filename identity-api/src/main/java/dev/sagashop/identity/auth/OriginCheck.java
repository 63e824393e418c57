package dev.sagashop.identity.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The routes that set or use the cookie answer to the shop's own pages only. Browsers say in the
 * header {@code Origin} whose page calls; what is no browser says nothing and has no cookie that it
 * did not ask for. The own origin is the one of the request, as the gateway forwards it.
 */
@Configuration(proxyBeanMethods = false)
class OriginCheck implements WebMvcConfigurer, HandlerInterceptor {

  private final Set<String> allowed;

  OriginCheck(@Value("${sagashop.identity.allowed-origins:}") Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/auth/register", "/auth/login", "/auth/refresh-token", "/auth/logout");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && allowed.contains(origin)) {
      return true;
    }
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site")) || isForeign(request)) {
      throw new CrossSiteException();
    }
    return true;
  }

  private static boolean isForeign(HttpServletRequest request) {
    try {
      return CorsUtils.isCorsRequest(request);
    } catch (IllegalArgumentException e) {
      // Whatever an unreadable origin is, it is not ours.
      return true;
    }
  }
}
