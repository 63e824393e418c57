package com.example.reporting.event;

import java.math.BigDecimal;

public record GoodsHeld(long orderId, BigDecimal totalAmount) {}
