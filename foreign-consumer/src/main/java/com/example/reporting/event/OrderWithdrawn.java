package com.example.reporting.event;

public record OrderWithdrawn(long orderId) {}
