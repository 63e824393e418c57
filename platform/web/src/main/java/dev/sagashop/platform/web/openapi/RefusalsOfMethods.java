package dev.sagashop.platform.web.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** Adds the refusals that follow from the signature of a method, and those that it names. */
final class RefusalsOfMethods implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    boolean takesInput = operation.getRequestBody() != null || operation.getParameters() != null;
    if (takesInput) {
      Refusals.add(operation, 400);
    }
    for (var parameter : method.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(PathVariable.class)) {
        Refusals.add(operation, 404);
      }
      if (parameter.hasParameterAnnotation(RequestBody.class)) {
        Refusals.add(operation, 413);
        Refusals.add(operation, 415);
      }
    }
    Refuses named = method.getMethodAnnotation(Refuses.class);
    if (named != null) {
      for (int status : named.value()) {
        Refusals.add(operation, status);
      }
    }
    if (operation.getParameters() != null) {
      // The token, which the security scheme describes.
      operation.getParameters().removeIf(each -> Objects.equals(each.getName(), "Authorization"));
    }
    return operation;
  }
}
