package dev.sagashop.platform.web.openapi;

import dev.sagashop.platform.web.CurrentUser;
import dev.sagashop.platform.web.RouteRules;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.Jwt;

/** Completes the description under {@code /v3/api-docs}. */
@AutoConfiguration
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class OpenApiAutoConfiguration {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, Jwt.class);
  }

  @Bean
  OpenAPI description(@Value("${spring.application.name:service}") String service) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Sagashop " + service)
                .version("1")
                .description("Behind the gateway every path begins with /api."))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    RightsInTheApi.TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
  }

  @Bean
  OperationCustomizer refusals() {
    return new RefusalsOfMethods();
  }

  @Bean
  OpenApiCustomizer rightsInTheApi(ObjectProvider<RouteRules> rules) {
    return new RightsInTheApi(
        rules.orderedStream().flatMap(each -> each.rules().stream()).toList());
  }

  @Bean
  ModelConverter nullsOfRecords() {
    return new NullsOfRecords();
  }

  @Bean
  ModelConverter namesOfSchemas() {
    return new NamesOfSchemas();
  }
}
