package com.example.reporting.event;

public record MoneyReceived(long orderId, String transactionId) {}
