package dev.sagashop.platform.web;

/**
 * What is wrong with one field.
 *
 * @param field path as the client wrote it: {@code items[0].quantity}
 * @param message names the expected value
 */
public record FieldProblem(String field, String message) {}
