package com.example.reporting.event;

public record MoneyReturned(long orderId, String refundId, String transactionId) {}
