package dev.sagashop.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body: which field, or where the text stops being JSON. */
final class JsonFaults {

  private JsonFaults() {}

  static Problem problem(Problems problems, HttpServletRequest request, JacksonException fault) {
    return switch (fault) {
      case StreamConstraintsException tooLarge ->
          problems.of(request, HttpStatus.CONTENT_TOO_LARGE, tooLarge.getOriginalMessage());
      case InputCoercionException outOfRange ->
          field(problems, request, fault, "must be " + TypeNames.of(outOfRange.getTargetType()));
      case ValueInstantiationException refused -> field(problems, request, fault, reason(refused));
      case MismatchedInputException mismatch ->
          field(problems, request, fault, "must be " + TypeNames.of(mismatch.getTargetType()));
      default ->
          problems.of(
              request,
              HttpStatus.BAD_REQUEST,
              "MALFORMED_JSON",
              HttpStatus.BAD_REQUEST.getReasonPhrase(),
              "The request body is not JSON: line %d, column %d."
                  .formatted(fault.getLocation().getLineNr(), fault.getLocation().getColumnNr()),
              List.of());
    };
  }

  private static Problem field(
      Problems problems, HttpServletRequest request, JacksonException fault, String text) {
    String path = path(fault);
    return problems.invalid(
        request, List.of(new FieldProblem(path.isEmpty() ? "body" : path, text)));
  }

  /** Value types check themselves, and say what they expect. */
  private static String reason(ValueInstantiationException refused) {
    return refused.getCause() instanceof IllegalArgumentException cause
            && cause.getMessage() != null
        ? cause.getMessage()
        : "must be " + TypeNames.of(refused.getType().getRawClass());
  }

  private static String path(JacksonException fault) {
    var path = new StringBuilder();
    for (JacksonException.Reference step : fault.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
