package dev.sagashop.platform.web.openapi;

import dev.sagashop.platform.web.RouteRules.Rule;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Says of each route whether it needs a token, and how it refuses. */
final class RightsInTheApi implements OpenApiCustomizer {

  static final String TOKEN = "token";

  private final List<Rule> rules;

  RightsInTheApi(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  @Override
  public void customise(OpenAPI api) {
    ModelConverters.getInstance(true)
        .readAll(new AnnotatedType(ProblemBody.class))
        .forEach(api.getComponents()::addSchemas);
    if (api.getPaths() != null) {
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> complete(method, path, operation)));
    }
  }

  private void complete(PathItem.HttpMethod method, String path, Operation operation) {
    Set<String> roles = access(method, path);
    if (roles != null) {
      operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
      Refusals.add(operation, 401);
      Refusals.add(operation, 503);
    }
    if (roles != null && !roles.isEmpty()) {
      Refusals.add(operation, 403);
    }
    Refusals.add(operation, 406);
  }

  /** As the filter chain finds it: the first rule that matches, else any token. */
  private @Nullable Set<String> access(PathItem.HttpMethod method, String path) {
    PathContainer route = PathContainer.parsePath(path);
    for (Rule rule : rules) {
      boolean sameMethod = rule.method() == null || rule.method().name().equals(method.name());
      if (sameMethod && PathPatternParser.defaultInstance.parse(rule.pattern()).matches(route)) {
        return rule.access();
      }
    }
    return Set.of();
  }
}
