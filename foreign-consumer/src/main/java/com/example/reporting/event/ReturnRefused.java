package com.example.reporting.event;

public record ReturnRefused(long orderId, String reason) {}
