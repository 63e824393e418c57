package dev.sagashop.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * The one error body: the five fields that the clients of the earlier system read, then RFC 9457,
 * then what programs and people need to go on.
 *
 * @param timestamp UTC, without zone
 * @param error domain code or reason phrase
 * @param path path of the request, without query
 * @param code stable, for programs
 * @param traceId the value of the header {@code X-Trace-Id}
 * @param extensions further members, of one problem alone
 */
record Problem(
    LocalDateTime timestamp,
    int status,
    String error,
    String message,
    String path,
    URI type,
    String title,
    String detail,
    String instance,
    String code,
    String traceId,
    List<FieldProblem> errors,
    @JsonAnyGetter Map<String, Object> extensions) {}
