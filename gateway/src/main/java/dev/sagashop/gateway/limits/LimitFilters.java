package dev.sagashop.gateway.limits;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Behind the filters that write the security headers, so that refusals have them too. */
@Configuration(proxyBeanMethods = false)
class LimitFilters {

  private static final int RATES = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;
  private static final int HEADERS = RATES + 1;
  private static final int BODIES = HEADERS + 1;

  @Bean
  FilterRegistrationBean<RateLimits> rateLimits(
      Limits limits, HandlerExceptionResolver handlerExceptionResolver) {
    var filter = new FilterRegistrationBean<>(new RateLimits(limits, handlerExceptionResolver));
    filter.setOrder(RATES);
    return filter;
  }

  @Bean
  FilterRegistrationBean<HeaderLimits> headerLimits(
      Limits limits, HandlerExceptionResolver handlerExceptionResolver) {
    var filter = new FilterRegistrationBean<>(new HeaderLimits(limits, handlerExceptionResolver));
    filter.setOrder(HEADERS);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimits> bodyLimits(
      Limits limits, HandlerExceptionResolver handlerExceptionResolver) {
    var filter = new FilterRegistrationBean<>(new BodyLimits(limits, handlerExceptionResolver));
    filter.setOrder(BODIES);
    return filter;
  }
}
