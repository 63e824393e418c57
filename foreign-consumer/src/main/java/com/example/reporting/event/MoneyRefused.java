package com.example.reporting.event;

public record MoneyRefused(long orderId, String reason) {}
