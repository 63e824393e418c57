package dev.sagashop.platform.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** One error body for everything, also for what goes wrong before a controller. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
    })
class ProblemAutoConfiguration {

  @Bean
  Problems problems(JsonMapper json) {
    return new Problems(json, Clock.systemUTC());
  }

  @Bean
  ProblemAdvice problemAdvice(Problems problems) {
    return new ProblemAdvice(problems);
  }

  @Bean
  @ConditionalOnMissingBean(ErrorController.class)
  ProblemErrorController problemErrorController(Problems problems) {
    return new ProblemErrorController(problems);
  }
}
