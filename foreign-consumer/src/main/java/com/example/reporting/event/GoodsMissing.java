package com.example.reporting.event;

public record GoodsMissing(long orderId, String reason) {}
