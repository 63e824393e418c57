package dev.sagashop.platform.web;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Reads failed validations into fields and messages, in a stable order. */
final class ValidationFaults {

  private static final Comparator<FieldProblem> ORDER =
      Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::message);

  private ValidationFaults() {}

  static List<FieldProblem> of(MethodArgumentNotValidException e) {
    return e.getBindingResult().getAllErrors().stream()
        .map(error -> new FieldProblem(field(error), text(error)))
        .sorted(ORDER)
        .toList();
  }

  static List<FieldProblem> of(HandlerMethodValidationException e) {
    return e.getParameterValidationResults().stream()
        .flatMap(ValidationFaults::ofParameter)
        .sorted(ORDER)
        .toList();
  }

  /** The path starts with method and parameter position; clients know the parameter's name only. */
  static List<FieldProblem> of(ConstraintViolationException e) {
    return e.getConstraintViolations().stream()
        .map(fault -> new FieldProblem(withoutMethod(fault.getPropertyPath()), fault.getMessage()))
        .sorted(ORDER)
        .toList();
  }

  static FieldProblem of(MethodArgumentTypeMismatchException e) {
    return new FieldProblem(
        name(e.getParameter()),
        "must be %s but is '%s'".formatted(TypeNames.of(e.getRequiredType()), e.getValue()));
  }

  private static Stream<FieldProblem> ofParameter(ParameterValidationResult result) {
    String parameter = name(result.getMethodParameter());
    String indexed =
        result.getContainerIndex() == null
            ? parameter
            : "%s[%d]".formatted(parameter, result.getContainerIndex());
    if (result instanceof ParameterErrors errors) {
      // A single body has its fields at the root, elements of a list are told apart by position.
      String prefix = result.getContainerIndex() == null ? "" : indexed + ".";
      return errors.getAllErrors().stream()
          .map(error -> new FieldProblem(prefix + field(error), text(error)));
    }
    return result.getResolvableErrors().stream()
        .map(error -> new FieldProblem(indexed, text(error)));
  }

  private static String field(ObjectError error) {
    return error instanceof FieldError field ? field.getField() : error.getObjectName();
  }

  private static String text(MessageSourceResolvable error) {
    return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
  }

  private static String withoutMethod(Path path) {
    List<String> nodes = new ArrayList<>();
    path.forEach(node -> nodes.add(node.toString()));
    return String.join(".", nodes.size() > 1 ? nodes.subList(1, nodes.size()) : nodes);
  }

  /** The name that the client uses: of the annotation if it has one. */
  static String name(MethodParameter parameter) {
    return Stream.of(
            annotated(parameter, RequestParam.class, RequestParam::name),
            annotated(parameter, RequestHeader.class, RequestHeader::name),
            annotated(parameter, PathVariable.class, PathVariable::name),
            Objects.requireNonNullElse(parameter.getParameterName(), "parameter"))
        .filter(StringUtils::hasText)
        .findFirst()
        .orElseThrow();
  }

  private static <A extends Annotation> String annotated(
      MethodParameter parameter, Class<A> type, Function<A, String> name) {
    @Nullable A annotation = parameter.getParameterAnnotation(type);
    return annotation == null ? "" : name.apply(annotation);
  }
}
