package dev.sagashop.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Where neither a service nor a page of a web app is: what the table of routes does not name, and
 * what only those may see who reach a service itself.
 */
@Controller
class NoRoute {

  @RequestMapping({
    "/api/**",
    "/actuator/**",
    "/v3/**",
    "/swagger-ui/**",
    "/swagger-ui.html",
    "/swagger-resources/**",
    "/webjars/**"
  })
  void refuse(HttpServletRequest request) throws NoResourceFoundException {
    throw new NoResourceFoundException(
        HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), request.getRequestURI());
  }
}
