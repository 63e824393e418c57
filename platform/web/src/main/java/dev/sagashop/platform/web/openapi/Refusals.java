package dev.sagashop.platform.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springframework.http.HttpStatus;

/** Answers with the shared error body. */
final class Refusals {

  static final String SCHEMA = "Problem";

  private Refusals() {}

  static void add(Operation operation, int status) {
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    operation
        .getResponses()
        .putIfAbsent(
            Integer.toString(status),
            new ApiResponse()
                .description(HttpStatus.valueOf(status).getReasonPhrase())
                .content(
                    new Content()
                        .addMediaType(
                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA)))));
  }
}
