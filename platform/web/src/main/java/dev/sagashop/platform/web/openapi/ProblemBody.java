package dev.sagashop.platform.web.openapi;

import dev.sagashop.platform.web.FieldProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The shape of the shared error body; single problems have further members. */
@Schema(
    name = Refusals.SCHEMA,
    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
    description = "RFC 9457, with the five fields that clients of the earlier system read")
record ProblemBody(
    @Schema(description = "UTC, without zone", example = "2026-11-22T16:30:00.123456")
        String timestamp,
    int status,
    @Schema(description = "domain code or reason phrase") String error,
    String message,
    @Schema(description = "path of the request, without query") String path,
    String type,
    String title,
    String detail,
    String instance,
    @Schema(description = "stable, for programs") String code,
    @Schema(description = "the value of the header X-Trace-Id") String traceId,
    List<FieldProblem> errors) {}
