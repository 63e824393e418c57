package com.example.reporting.event;

public record MoneyWanted(long orderId) {}
