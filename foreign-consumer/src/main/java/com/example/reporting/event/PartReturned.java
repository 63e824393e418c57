package com.example.reporting.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartReturned(
    long orderId,
    String refundId,
    String kind,
    String status,
    BigDecimal amount,
    String currency,
    int attempt,
    @Nullable String reason) {}
